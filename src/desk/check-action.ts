/** What a page of the form asks of the desk. */
export interface Action {
  readonly action: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The draft it is about, `<collection>/<slug>`, where it is about one. */
  readonly draft?: string;
}

export interface AssetParam {
  readonly path: string;
  readonly content: string;
  readonly encoding: 'base64';
}

const READS = [
  'info',
  'entriesByFolder',
  'entriesByFiles',
  'getEntry',
  'unpublishedEntries',
  'unpublishedEntry',
  'unpublishedEntryDataFile',
  'unpublishedEntryMediaFile',
  'getMedia',
  'getMediaFile',
  'getDeployPreview',
];
const WRITES = ['persistEntry', 'updateUnpublishedEntryStatus', 'publishUnpublishedEntry', 'deleteUnpublishedEntry', 'persistMedia', 'deleteFile', 'deleteFiles'];

/** Whether an action changes nothing. */
export const isRead = (action: string): boolean => READS.includes(action);

/** Reads a request of Decap's, or says in a sentence why it is not done. decap-server itself would write anywhere in the clone, its settings of git included. */
export function checkAction(body: unknown, branch: string): Action | string {
  if (!isRecord(body) || typeof body['action'] !== 'string' || ![...READS, ...WRITES].includes(body['action'])) return 'The desk does not know what the form asks for.';
  const { action } = body;
  if (action === 'info') return { action, params: {} };
  const params = body['params'];
  if (!isRecord(params)) return 'The desk does not know what the form asks for.';
  if (params['branch'] !== branch) return `The desk publishes to "${branch}" only. Load this page again.`;
  const files = [...list(params['files']), ...list(params['dataFiles']), ...list(params['assets']), params['entry'], params['asset']].filter(isRecord);
  const paths = [...list(params['paths']), params['path'], params['folder'], params['mediaFolder'], ...files.map((file) => file['path'])].filter((path) => path !== undefined);
  if (!paths.every(isContentPath)) return 'The form reads and writes in the folder "content" only.';
  if (files.some((file) => file['newPath'] !== undefined)) return 'The form does not move pages. Retire the old page and name the new one as its replacement.';
  if (/^deleteFiles?$/.test(action) && !paths.every((path) => String(path).startsWith('content/media/')))
    return 'The form does not delete what is published. Retire the page, and say what replaces it.';
  const draft = draftOf(action, params);
  if (draft === undefined) return { action, params };
  return isDraftKey(draft) ? { action, params, draft } : 'A page of this name cannot be a draft: letters, digits, dots and hyphens only.';
}

/** Whether `key` names a draft, `<collection>/<slug>`, and nothing that git could read as something else. */
export function isDraftKey(key: string): boolean {
  return /^[a-z][a-z-]*\/[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u.test(key) && !/\.\.|\.$|\.lock$/.test(key);
}

/** Whether a path lies in the folder of the content, by its letters alone. */
export function isContentPath(path: unknown): path is string {
  if (typeof path !== 'string' || path.length > 1000 || /[\\:*?"<>|\p{Cc}]/u.test(path)) return false;
  const [first, ...rest] = path.replace(/\/$/, '').split('/');
  return first === 'content' && rest.every((part) => part !== '' && !part.startsWith('.') && !/[. ]$/.test(part));
}

function draftOf(action: string, params: Readonly<Record<string, unknown>>): string | undefined {
  if (action === 'persistEntry') {
    const options = params['options'];
    if (!isRecord(options) || options['useWorkflow'] !== true) return undefined;
    const [first = params['entry']] = list(params['dataFiles']);
    return `${String(options['collectionName'])}/${isRecord(first) ? String(first['slug']) : ''}`;
  }
  if (typeof params['id'] === 'string' && action === 'unpublishedEntry') return params['id'];
  return typeof params['collection'] === 'string' ? `${params['collection']}/${String(params['slug'])}` : undefined;
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
