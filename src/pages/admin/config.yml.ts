import type { APIRoute } from 'astro';
import { cmsConfig } from '#garden/outputs/cms-config.ts';
import { configYaml } from '#garden/outputs/config-yaml.ts';
import { getGarden } from '#site/load-garden.ts';

/** The settings of the editing form, made from the schemas. */
export const GET: APIRoute = async () => {
  const { site, vocabularies } = await getGarden();
  return new Response(configYaml(cmsConfig({ site, vocabularies, base: import.meta.env.BASE_URL })), { headers: { 'Content-Type': 'text/yaml; charset=utf-8' } });
};
