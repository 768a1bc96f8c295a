import type { CmsConfig } from '#garden/outputs/cms-config.ts';

/** What the local desk says of itself; undefined where none answers. */
export type DeskState = { readonly ready: true; readonly branch: string } | { readonly ready: false; readonly reason: string; readonly next?: string };

/** The form's settings for this visit, or in words why it cannot open. */
export type FormConfig = { readonly config: CmsConfig & { readonly load_config_file: false }; readonly local: boolean } | { readonly reason: string; readonly next: string };

/** Settles where the form stores what is written: on the local desk when one answers, else on the host of the repository. */
export function formConfig(settings: CmsConfig, desk: DeskState | undefined, deskAddress: string, address: Pick<Location, 'search' | 'hash' | 'href'>): FormConfig {
  if (desk && !desk.ready) return { reason: desk.reason, next: desk.next ?? 'Mend that and load this page again. Reading the garden works all the same.' };
  // Without a sign-in of the garden's own, Decap would ask a company's.
  const incomplete = !settings.backend.name || (settings.backend.name === 'github' && !settings.backend.base_url);
  if (!desk && incomplete)
    return {
      reason: 'This garden does not say yet where its form stores what people write.',
      next: 'Whoever keeps it finds the steps in docs/deploy.md. On your own machine, "npm start" opens the form without it.',
    };
  // Links to pages lead to the site that serves the form, also while it is tried on one's own machine.
  const site = new URL('..', address.href).href;
  const backend = desk ? { name: 'proxy', proxy_url: deskAddress, branch: desk.branch } : settings.backend;
  return {
    local: desk !== undefined,
    config: {
      ...settings,
      backend,
      // The desk shows no draft as a page of its own; Decap would ask it for one, again and again.
      ...(desk ? { publish_mode: 'editorial_workflow' as const, show_preview_links: false } : {}),
      site_url: site,
      display_url: site,
      collections: prefilled(ownWords(settings.collections), address),
      load_config_file: false,
    },
  };
}

type Collections = CmsConfig['collections'];

/** A new entry may come with fields filled from its address, such as `?applied=[{"guide":"x"}]#/collections/case-studies/new`. */
function prefilled(collections: Collections, { search, hash }: Pick<Location, 'search' | 'hash'>): Collections {
  const wanted = /^#\/collections\/([a-z-]+)\/new/.exec(hash)?.[1];
  const given = new Map([...new URLSearchParams(search)].map(([name, text]) => [name, readValue(text)]));
  if (given.size === 0) return collections;
  return collections.map((collection) =>
    collection.name === wanted ? { ...collection, fields: collection.fields.map((field) => (given.has(field.name) ? { ...field, default: given.get(field.name) } : field)) } : collection,
  );
}

/** Our check says what is wrong with a field in its own words; a pattern that anything matches only makes Decap ask it when a field is left. */
function ownWords(collections: Collections): Collections {
  const quiet = <Field extends { pattern?: unknown; field?: unknown; fields?: readonly unknown[] }>(field: Field): Field => ({
    ...field,
    ...(field.pattern ? { pattern: ['', ''] } : {}),
    ...(field.field ? { field: quiet(field.field as object) } : {}),
    ...(field.fields ? { fields: field.fields.map((inner) => quiet(inner as object)) } : {}),
  });
  return collections.map((collection) => quiet(collection));
}

function readValue(text: string): unknown {
  if (!/^[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
