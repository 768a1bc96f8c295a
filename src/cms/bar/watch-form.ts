import type { Problem } from '#garden/checks/problem.ts';
import type { FormIndex } from '#garden/outputs/form-index.ts';
import { isKindName } from '#garden/schema/index.ts';
import type { SavedEntry } from '../backend/careful-backend.ts';
import type { DraftCheck } from '../check/draft-check.ts';
import type { FieldPlaces } from '../check/field-places.ts';
import { formWords } from '../check/form-words.ts';
import { tieErrors } from '../decap/tie-errors.ts';
import { currentSession, onSession, type Session } from '../session/session.ts';
import { createActionBar, type ListedProblem } from './action-bar.ts';
import { sendDialog } from './send-dialog.ts';
import { statusWords } from './status-words.ts';

/** What the bar needs of the form. */
export interface FormParts {
  readonly check: DraftCheck;
  readonly index: FormIndex;
  readonly places: FieldPlaces;
  /** Names of the fields of a collection, in the order of the form. */
  order(collection: string): readonly string[];
  /** Sends a stored draft for review. */
  sendDraft(collection: string, slug: string): Promise<unknown>;
}

/** What happens in the form, for the backend. */
export interface FormWatch {
  /** What the sender agreed to when this save is to be sent; asking takes it away. */
  sending(): string | undefined;
  /** The same for a draft that is sent without a new save; it stays. */
  agreed(): string | undefined;
  saved(saved: SavedEntry): void;
  status(collection: string, slug: string, status: string | undefined): void;
  /** Says something about the place where pages are stored. */
  say(news: string): void;
}

/** Decap gives the buttons of its toolbar no name but their class. */
const SAVE = '[class*="-SaveButton"]';
/** Decap tidies up after a save before the page may be read anew. */
const TIDY = 1000;
const LOOK = 100;

/** Shows the bar while an entry is open, and keeps it true. */
export function watchForm({ check, index, places, order, sendDraft }: FormParts): FormWatch {
  const statuses = new Map<string, string>();
  const attempted = new WeakSet<Session>();
  let agreed: string | undefined;
  let sending = false;
  let planned = false;
  const bar = createActionBar({ save: () => save(false), send: () => void send() });

  onSession(plan);
  new MutationObserver(plan).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled', 'class'] });
  // A press on Decap's own button is a plain save, whatever was begun before.
  document.addEventListener('click', (event) => event.isTrusted && (event.target as Element).closest(SAVE) && begin(false), { capture: true });

  return {
    sending: () => {
      const words = sending ? agreed : undefined;
      sending = false;
      return words;
    },
    agreed: () => agreed,
    say: bar.say,
    saved({ chosen, sent, isNew }) {
      // What was agreed to is for one page and not for the next that is opened.
      if (sent) agreed = undefined;
      if (chosen || (sent && !isNew)) readAnew();
    },
    status(collection, slug, status) {
      if (status === undefined) statuses.delete(`${collection}/${slug}`);
      else statuses.set(`${collection}/${slug}`, status);
      plan();
    },
  };

  function begin(send: boolean): void {
    sending = send;
    const session = currentSession();
    if (session) attempted.add(session);
    plan();
  }

  /** Until the page is read anew the form shows what was not stored: nobody must go on from that. */
  function readAnew(): void {
    document.getElementById('nc-root')?.setAttribute('inert', '');
    // Decap's button rests once the save is done; a reload before that would ask about text that is stored.
    if (saveButton()?.disabled === false) setTimeout(readAnew, LOOK);
    else setTimeout(() => location.reload(), TIDY);
  }

  function saveButton(): HTMLButtonElement | null {
    return document.querySelector<HTMLButtonElement>(SAVE);
  }

  function save(send: boolean): void {
    begin(send);
    saveButton()?.click();
    if (problems().length === 0) return;
    show();
    bar.openProblems();
  }

  async function send(): Promise<void> {
    const session = currentSession();
    if (!session) return;
    if (problems().length > 0) return save(false);
    const licence = session.entry()?.getIn(['data', 'licence']);
    agreed = await sendDialog(typeof licence === 'string' && licence !== '' ? licence : index.site.licence);
    if (agreed === undefined) return;
    if (saveButton()?.disabled === false) return save(true);
    await sendDraft(session.collection, session.slug);
    location.reload();
  }

  function problems(): ListedProblem[] {
    const session = currentSession();
    const entry = session?.entry();
    if (!session || !entry || !isKindName(session.collection)) return [];
    const kind = session.collection;
    const { fields, body } = check.problems(entry);
    const rank = ({ path: [name] = [] }: Problem) => order(session.collection).indexOf(String(name));
    return [
      ...fields
        .filter(({ severity }) => severity === 'error')
        .sort((a, b) => rank(a) - rank(b))
        .map((problem) => ({ words: formWords(kind, problem, index.vocabularies), go: () => places.go(problem.path ?? []) })),
      ...body.filter(({ severity }) => severity === 'error').map(({ message, line, column }) => ({ words: `Line ${line} of the text: ${message}`, go: () => session.goTo(line, column) })),
    ];
  }

  function plan(): void {
    if (planned) return;
    planned = true;
    requestAnimationFrame(() => {
      planned = false;
      tieErrors(document);
      show();
    });
  }

  function show(): void {
    const session = currentSession();
    const changed = saveButton()?.disabled === false;
    const status = session && statuses.get(`${session.collection}/${session.slug}`);
    bar.show(
      session && {
        status: statusWords({ isNew: session.slug === '', changed, status }),
        problems: attempted.has(session) ? problems() : [],
        canSave: changed,
        canSend: changed || status === 'draft',
      },
    );
  }
}
