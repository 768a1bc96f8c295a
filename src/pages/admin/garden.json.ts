import { readFormSettings } from '#site/form-settings.ts';

/** What the form knows of the garden. */
export async function GET(): Promise<Response> {
  const { index } = await readFormSettings();
  return new Response(JSON.stringify(index), { headers: { 'content-type': 'application/json' } });
}
