import type { APIRoute } from 'astro';
import { jsonSchema } from '#garden/outputs/json-schema.ts';
import { KIND_NAMES, KINDS, type KindName } from '#garden/schema/index.ts';
import { kindWords } from '#garden/schema/kind-words.ts';
import { getGarden } from '#site/load-garden.ts';

export const getStaticPaths = () => KIND_NAMES.map((kind) => ({ params: { kind } }));

/** What the header of a kind may say, for editors of text. */
export const GET: APIRoute<never, { kind: KindName }> = async ({ params }) => {
  const { vocabularies, site } = await getGarden();
  return new Response(JSON.stringify(jsonSchema(kindWords(KINDS[params.kind], site), vocabularies)), { headers: { 'Content-Type': 'application/schema+json; charset=utf-8' } });
};
