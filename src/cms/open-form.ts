import { parse } from 'yaml';
import { entryIndex } from '#garden/model/entry-index.ts';
import type { CmsConfig } from '#garden/outputs/cms-config.ts';
import type { FormIndex } from '#garden/outputs/form-index.ts';
import { carefulBackend, type Care } from './backend/careful-backend.ts';
import { deskBase } from './backend/desk-base.ts';
import { gitHubBase } from './backend/git-hub-base.ts';
import { quietGitHub } from './backend/quiet-git-hub.ts';
import { holdBackups } from './backup/hold-backups.ts';
import { draftCheck } from './check/draft-check.ts';
import { fieldPlaces } from './check/field-places.ts';
import { refusal } from './check/refusal.ts';
import { formConfig } from './config/form-config.ts';
import { readDesk } from './config/read-desk.ts';
import { chooseText } from './conflict/choose-text.ts';
import type { Backend } from './decap/decap.ts';
import { gardenFormat } from './decap/garden-format.ts';
import { loadDecap } from './decap/load-decap.ts';
import { mergePhrases } from './decap/merge-phrases.ts';
import { nameParts } from './decap/name-parts.ts';
import { PHRASES } from './decap/phrases.ts';
import { settleTitle } from './decap/settle-title.ts';
import { askAlt } from './pictures/ask-alt.ts';
import { catchFiles } from './pictures/catch-files.ts';
import { guardAssets } from './pictures/guard-assets.ts';
import { showNotice } from './show-notice.ts';
import { registerPreviews } from './preview/register-previews.ts';
import { keptTexts } from './session/kept-texts.ts';
import { watchEntry } from './session/session.ts';
import { followDesk } from './bar/follow-desk.ts';
import { watchForm } from './bar/watch-form.ts';
import { registerWidgets } from './widgets/register-widgets.ts';
import { storePicture } from './widgets/store-picture.ts';
import previewStyles from './styles/preview.css?url';

/** Reads what the form needs to know of the garden, puts our parts into Decap and starts it. */
export async function openForm(): Promise<void> {
  const here = new URL('.', location.href);
  const [index, settings, deskState] = await Promise.all([
    read(new URL('garden.json', here)).then((text) => JSON.parse(text) as FormIndex),
    read(new URL('config.yml', here)),
    readDesk(new URL('desk', here)),
  ]);
  const found = formConfig(parse(settings) as CmsConfig, deskState, new URL('desk/api/v1', here).pathname, location);
  if ('reason' in found) return showNotice(found.reason, found.next);
  const base = here.pathname.replace(/admin\/$/, '');
  const backups = holdBackups(IDBObjectStore);
  const decap = await loadDecap(new URL('decap/decap-cms.js', here).href);
  const entries = entryIndex(index.entries);
  const check = draftCheck(index, entries);
  const texts = new Map<string, string>();
  const opened = keptTexts(localStorage, 'kanopi-opened:');
  const media = new Set(index.media);
  const taken = (name: string) => media.has(`content/media/${name}`);
  const places = fieldPlaces();
  let backend: Backend | undefined;
  const form = watchForm({
    check,
    index,
    places,
    order: (name) => fieldOrder(found.config.collections, name),
    sendDraft: (collection, slug) => backend?.updateUnpublishedEntryStatus(collection, slug, 'pending_review') ?? Promise.resolve(),
  });

  const desk = found.local ? followDesk(new URL('desk', here), form.say) : undefined;

  decap.registerLocale('en', mergePhrases(decap.getLocale('en') ?? {}, PHRASES));
  decap.registerEventListener({ name: 'preSave', handler: settleTitle });
  decap.registerCustomFormat('frontmatter', 'mdx', gardenFormat);
  registerWidgets(decap, index, check, places, {
    opened({ getEntry }) {
      const entry = getEntry();
      const path = String(entry?.get('path') ?? '');
      const text = texts.get(path);
      // A text that came back after a crash was begun on what was opened then, not on what stands there now.
      if (text !== undefined && entry?.get('raw') === text) opened.set(path, text);
      backups.ready();
    },
    closed: () => backups.gone(),
    storePicture: (file, props) => storePicture(file, props, taken),
    askAlt: async (src, props) => {
      const alt = await askAlt({ name: src.split('/').at(-1) ?? src, url: props.getAsset(src, props.field).toString() });
      return alt === undefined ? undefined : { src, alt };
    },
  });
  registerPreviews(decap, index, entries, base);
  decap.registerPreviewStyle(previewStyles);
  decap.registerPreviewStyle(`${base}fonts/fraunces.css`);
  catchFiles(document, { taken });
  watchEntry(document);
  nameParts(document);
  const care: Omit<Care, 'base'> = {
    read: texts,
    opened,
    considered: keptTexts(localStorage, 'kanopi-considered:'),
    today,
    refusal: refusal(index, entries),
    safeAssets: guardAssets,
    chooseText,
    sending: form.sending,
    saved: form.saved,
    status: form.status,
    published: () => desk?.published(),
  };
  const careFor = (name: string, base: (backend: Backend) => Care['base']) => {
    // Decap makes its backend from a register of makers; ours takes what they make.
    const maker = decap.getBackend(name);
    if (!maker) return;
    const make = maker.init;
    maker.init = (...options) => {
      const made = make(...options);
      if (name === 'github') quietGitHub(made, form);
      backend = carefulBackend(made, { ...care, base: base(made) });
      return backend;
    };
  };
  careFor('proxy', () => deskBase(new URL('desk/base', here)));
  careFor('github', gitHubBase);
  for (const name of ['gitea', 'forgejo', 'gitlab']) careFor(name, () => () => Promise.resolve(undefined));
  // On one's own machine nobody signs in; this is how Decap remembers a visitor.
  if (found.local) localStorage.setItem('decap-cms-user', JSON.stringify({ backendName: 'proxy' }));
  document.getElementById('garden-notice')?.setAttribute('hidden', '');
  decap.init({ config: found.config });
}

function fieldOrder(collections: CmsConfig['collections'], name: string): string[] {
  return collections.find((collection) => collection.name === name)?.fields.map((field) => field.name) ?? [];
}

async function read(address: URL): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.pathname} is not there. Build the site again.`);
  return response.text();
}

/** The day where the person is, as a day and not as a moment. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
