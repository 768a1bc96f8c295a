import type { APIRoute } from 'astro';
import { FACES, subsetFace, type FaceName } from '#site/subset-fraunces.ts';

export function getStaticPaths() {
  return Object.keys(FACES).map((name) => ({ params: { name } }));
}

export const GET: APIRoute<Record<string, never>, { name: FaceName }> = async ({ params }) =>
  new Response(new Uint8Array(await subsetFace(params.name)), { headers: { 'Content-Type': 'font/woff2' } });
