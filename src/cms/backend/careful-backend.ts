import { readDraft } from '#garden/entry/read-draft.ts';
import { writeEntry } from '#garden/entry/write-entry.ts';
import { isKindName, type KindName } from '#garden/schema/index.ts';
import { isPageId } from '#garden/text/is-page-id.ts';
import type { Asset, Backend, DataFile, PersistOptions } from '../decap/decap.ts';
import { plainError } from '../decap/plain-error.ts';
import type { KeptTexts } from '../session/kept-texts.ts';
import { commitMessage } from './commit-message.ts';
import { readStored, type Reader, type Stored } from './read-stored.ts';
import { moved, settle, type ChooseText } from './settle.ts';

/** What was stored by a save. */
export interface SavedEntry {
  readonly collection: string;
  readonly slug: string;
  readonly isNew: boolean;
  /** Whether it was sent for review. */
  readonly sent: boolean;
  /** Whether another text than the form's was stored, so that the form must read it again. */
  readonly chosen: boolean;
}

/** What a careful backend asks of the form around it. */
export interface Care {
  /** Texts of entries as Decap read them last, by path. */
  readonly read: Map<string, string>;
  /** Texts of entries as the person opened them. */
  readonly opened: KeptTexts;
  /** Published texts that the person has seen beside the own one. */
  readonly considered: KeptTexts;
  /** The day, `YYYY-MM-DD`, where the person is. */
  today(): string;
  /** The published text from which a draft set out. */
  base(collection: string, slug: string, path: string): Promise<string | undefined>;
  /** Why a text may not be stored, in words; undefined when it may. */
  refusal(collection: string, slug: string, text: string, assets: readonly Asset[]): string | undefined;
  /** Pictures drawn again, unless that was done when they were chosen. */
  safeAssets(assets: readonly Asset[]): Promise<readonly Asset[]>;
  readonly chooseText: ChooseText;
  /** What the sender agreed to, when this save is to go for review. */
  sending(): string | undefined;
  saved(saved: SavedEntry): void;
  published(): void;
  /** How far a draft has come; undefined when there is none. */
  status(collection: string, slug: string, status: string | undefined): void;
}

/** Puts our care into a backend of Decap's, in place: it stores canonical text, never over somebody else's unseen, and with a message that reads well. */
export function carefulBackend(backend: Backend, care: Care): Backend {
  const persistEntry = backend.persistEntry.bind(backend);
  const persistMedia = backend.persistMedia.bind(backend);
  const updateStatus = backend.updateUnpublishedEntryStatus.bind(backend);
  const publish = backend.publishUnpublishedEntry.bind(backend);
  const discard = backend.deleteUnpublishedEntry.bind(backend);
  const reader: Reader = {
    getEntry: backend.getEntry.bind(backend),
    unpublishedEntry: backend.unpublishedEntry.bind(backend),
    unpublishedEntryDataFile: backend.unpublishedEntryDataFile.bind(backend),
    base: care.base,
  };

  backend.getEntry = async (path) => {
    const entry = await reader.getEntry(path);
    if (entry.data) care.read.set(path, entry.data);
    return entry;
  };
  backend.unpublishedEntryDataFile = async (collection, slug, path, id) => {
    const text = await reader.unpublishedEntryDataFile(collection, slug, path, id);
    care.read.set(path, text);
    return text;
  };
  backend.unpublishedEntry = async (key) => {
    const entry = await reader.unpublishedEntry(key);
    // Decap may ask by one name for both; then it is in the answer.
    const { collection = key.collection, slug = key.slug } = entry as { collection?: string; slug?: string };
    care.status(collection, slug, entry.status);
    // A draft that was not sent yet has no day at its host, and the board would say "Invalid Date".
    return { ...entry, updatedAt: entry.updatedAt ?? new Date().toISOString() };
  };
  backend.updateUnpublishedEntryStatus = async (collection, slug, status) => {
    const result = await updateStatus(collection, slug, status).catch(inWords);
    care.status(collection, slug, status);
    return result;
  };
  backend.persistMedia = async (asset, options) => {
    const [safe = asset] = await care.safeAssets([asset]);
    return persistMedia(safe, { ...options, commitMessage: `content(media): add ${asset.path.split('/').at(-1) ?? ''}` });
  };
  // Pages that show a picture would lose it, and a deletion goes to the site at once, without review.
  backend.deleteFiles = () => Promise.reject(plainError('The form does not delete pictures that are stored: a page may show them. The keepers of the garden can.'));
  backend.persistEntry = async (entry, options) => {
    const file = entry.dataFiles[0];
    const collection = options.collectionName;
    if (!file || !isKindName(collection)) return persistEntry(entry, options);
    return save(collection, file, entry.assets, options).catch(inWords);
  };
  backend.publishUnpublishedEntry = async (collection, slug) => {
    const path = `content/${collection}/${slug}.mdx`;
    const now = await readStored(reader, collection, slug, path).catch(inWords);
    if (moved(now) && care.considered.get(path) !== now.published)
      throw plainError('This page was changed on the site after this draft was begun. Open the draft, change a letter and save: you will see both texts and choose.');
    await publish(collection, slug).catch(inWords);
    care.published();
    leave(collection, slug);
  };
  backend.deleteUnpublishedEntry = async (collection, slug) => {
    await discard(collection, slug);
    leave(collection, slug);
  };
  return backend;

  /** Forgets a draft that is none any more. */
  function leave(collection: string, slug: string): void {
    const path = `content/${collection}/${slug}.mdx`;
    care.status(collection, slug, undefined);
    care.opened.delete(path);
    care.considered.delete(path);
  }

  async function save(kind: KindName, file: DataFile, given: readonly Asset[], options: PersistOptions): Promise<unknown> {
    const { path, slug } = file;
    const isNew = options.newEntry === true;
    if (isNew && !isPageId(slug)) throw plainError(`The address of this page would be "${slug}". Write its title with at most 80 letters, digits, spaces and hyphens.`);
    const opened = isNew ? undefined : (care.opened.get(path) ?? care.read.get(path));
    const draft = readDraft(file.raw);
    const fields = isNew && !draft.fields['created'] ? { ...draft.fields, created: care.today() } : draft.fields;
    const mine = writeEntry({ kind, fields, body: draft.body, ...(opened === undefined ? {} : { opened }) });
    const now: Stored = isNew ? { published: undefined, draft: undefined, base: undefined, status: undefined } : await readStored(reader, kind, slug, path);
    const text = await settle({ mine, opened, now, where: path, considered: (published) => care.considered.get(path) === published }, care.chooseText);
    const refusal = care.refusal(kind, slug, text, given);
    if (refusal) throw new Error(refusal);
    const assets = await care.safeAssets(given);
    const agreed = care.sending();
    const message = commitMessage({ collection: kind, fields: readDraft(text).fields, slug, isNew: now.published === undefined, ...(agreed ? { agreed } : {}) });
    const result = await persistEntry({ dataFiles: [{ ...file, raw: text }], assets }, { ...options, commitMessage: message, unpublished: now.draft !== undefined });
    if (agreed) await backend.updateUnpublishedEntryStatus(kind, slug, 'pending_review');
    care.read.set(path, text);
    care.opened.set(path, text);
    if (moved(now)) care.considered.set(path, now.published);
    if (!agreed) care.status(kind, slug, now.status ?? 'draft');
    care.saved({ collection: kind, slug, sent: agreed !== undefined, isNew, chosen: text !== mine });
    return result;
  }
}

function inWords(error: unknown): never {
  throw plainError(error);
}
