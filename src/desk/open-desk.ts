import { draftBase, overtakenFiles } from './change-of-draft.ts';
import { checkAction, isRead, type Action } from './check-action.ts';
import { deliver } from './deliver.ts';
import { NoDeskError, type DeskState, type ReadyDesk } from './desk-state.ts';
import { baseRef, draftRef, dropDraft, restackDrafts, squashDraft } from './drafts.ts';
import { findRepository } from './find-repository.ts';
import { holdDesk } from './hold-desk.ts';
import { keepPictures } from './keep-pictures.ts';
import { makeDesk, makeGardenFolder, type DeskPlace } from './make-desk.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { refresh } from './refresh.ts';
import { startDecap, type Answer, type Decap } from './start-decap.ts';
import { tidyDesk } from './tidy-desk.ts';

export interface DeskOptions {
  /** The content folder. */
  readonly folder: string;
  /** Where the form's pages are served. */
  readonly origin: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Tells the person at the terminal something, once. */
  say?(sentence: string): void;
  /** A published change has reached the repository. */
  delivered?(): void;
}

/** Where the form stores what people write on this computer. */
export interface Desk {
  /** How the desk stands. One that could not be made is tried again. */
  state(): Promise<DeskState>;
  /** Does what Decap asks, one request at a time. */
  ask(body: unknown): Promise<Answer>;
  /** The published text from which the draft of a page set out. */
  base(draft: string, file: string): Promise<string | undefined>;
  close(): Promise<void>;
}

interface Open {
  readonly place: DeskPlace;
  decap: Decap;
  readonly release: () => Promise<void>;
}

const RETRY = 3000;

/** Opens the desk of the repository that holds `folder`. It never throws for want of git or a repository: its state says what it needs. */
export async function openDesk({ folder, origin, env = process.env, say, delivered }: DeskOptions): Promise<Desk> {
  const inTurn = oneAtATime();
  let open: Open | undefined;
  let state: DeskState = { ready: false, reason: 'The desk of the form is not open yet.', next: 'Load this page again in a moment.' };
  let said = '';
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  const desk: Desk = {
    async state() {
      if (!state.ready) await inTurn(prepare).catch(() => undefined);
      else if (state.waiting) void inTurn(bringOver).catch(() => undefined);
      return state;
    },
    ask: (body) =>
      inTurn(async () => {
        const ready = await prepare();
        return ready ? act(ready, body) : refusal(503, state.ready ? 'The desk is closed.' : `${state.reason} ${state.next}`);
      }),
    base: (draft, file) => inTurn(async () => ((await prepare()) && open ? draftBase(open.place, draft, file) : undefined)),
    close: () =>
      inTurn(async () => {
        closed = true;
        clearTimeout(retry);
        await open?.decap.stop();
        await open?.release();
        open = undefined;
      }),
  };
  await desk.state();
  return desk;

  /** Opens what is not open, and brings the desk up to date. */
  async function prepare(): Promise<Open | undefined> {
    if (closed) return undefined;
    try {
      open ??= await setUp();
      if (!open.decap.alive) open.decap = await startDecap(open.place, origin);
      await tidyDesk(open.place);
      await bringOver();
      return open;
    } catch (error) {
      state =
        error instanceof NoDeskError
          ? error.state
          : { ready: false, reason: `The form cannot keep drafts here. The computer says: ${error instanceof Error ? error.message : String(error)}`, next: 'Mend that, then load this page again.' };
      return undefined;
    }
  }

  async function setUp(): Promise<Open> {
    const repository = await findRepository(folder, env);
    const release = await holdDesk(await makeGardenFolder(repository));
    try {
      const place = await makeDesk(repository, env);
      return { place, decap: await startDecap(place, origin), release };
    } catch (error) {
      await release();
      throw error;
    }
  }

  /** Takes over what is new in the repository, and brings there what was published. */
  async function bringOver(): Promise<void> {
    if (!open) return;
    const { place } = open;
    const { branch, user } = place.repository;
    const { waiting, notice, moved } = await deliver(place, await refresh(place));
    await restackDrafts(place);
    const now: ReadyDesk = { ready: true, branch, user, ...(waiting ? { waiting } : {}), ...(notice ? { notice } : {}) };
    state = now;
    if (moved) delivered?.();
    tell(now);
    clearTimeout(retry);
    if (waiting && !closed) retry = setTimeout(() => void inTurn(bringOver).catch(() => undefined), RETRY).unref();
  }

  function tell({ waiting, notice }: ReadyDesk): void {
    const sentence = waiting ? `What was published in the form is kept on its desk. ${waiting.reason}\n  To take it over by hand: ${waiting.command}` : (notice ?? '');
    if (sentence !== said && sentence !== '') say?.(sentence);
    said = sentence;
  }

  async function act({ place, decap }: Open, body: unknown): Promise<Answer> {
    const action = checkAction(body, place.repository.branch);
    if (typeof action === 'string') return refusal(422, action);
    const { draft } = action;
    if (action.action === 'publishUnpublishedEntry' && draft) {
      if (!(await place.git.holds('rev-parse', '-q', '--verify', draftRef(draft)))) return refusal(404, 'There is no draft of this page any more. Load this page again.');
      const overtaken = await overtakenFiles(place, draft);
      if (overtaken.length > 0) return refusal(409, 'This page was changed on the site after this draft was begun. Open the draft, change a letter and save: you will see both texts and choose.');
      await squashDraft(place, draft);
    }
    const answer = await decap.ask({ action: action.action, params: await keepPictures(place, action) });
    await after(place, action, answer);
    if (answer.status < 500) return answer;
    say?.(`decap-server could not do "${action.action}".`);
    return refusal(500, 'The desk could not do this, and has left everything as it was. Your text is still in the form: copy it to a safe place, then try again.');
  }

  async function after(place: DeskPlace, { action, draft }: Action, answer: Answer): Promise<void> {
    if (isRead(action)) return;
    await tidyDesk(place);
    const { git, repository } = place;
    if (answer.status === 200 && draft) {
      if (action === 'persistEntry') await git.text('update-ref', baseRef(draft), `refs/heads/${repository.branch}`);
      if (action === 'publishUnpublishedEntry' || action === 'deleteUnpublishedEntry') await dropDraft(git, draft);
    }
    await bringOver();
  }

  function refusal(status: number, error: string): Answer {
    return { status, body: JSON.stringify({ error }) };
  }
}
