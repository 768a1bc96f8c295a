import type { APIRoute } from 'astro';
import { fontFaces } from '#site/subset-fraunces.ts';

export const GET: APIRoute = () => new Response(fontFaces(), { headers: { 'Content-Type': 'text/css; charset=utf-8' } });
