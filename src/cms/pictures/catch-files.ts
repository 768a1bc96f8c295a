import { drawAgain } from './draw-again.ts';
import { isDrawn, rememberDrawn } from './remember-drawn.ts';
import { sayRefused } from './say-refused.ts';
import { showDrawing } from './show-drawing.ts';

const OWN = '[data-garden-own], .garden-dialog, .garden-editor';

/** Draws every picture again that is chosen in a file input of the page or dropped on it, before anything else on the page sees it.
 *  Inputs and places inside `data-garden-own` are left alone. A drop that nothing else takes goes to the file input of the same dialog. Returns what ends it. */
export function catchFiles(page: Document, { taken }: { taken?: (name: string) => boolean } = {}): () => void {
  const ours = new WeakSet<Event>();
  let claimed = false;

  const chosen = (event: Event) => {
    const input = event.target;
    if (ours.has(event) || !(input instanceof HTMLInputElement) || input.type !== 'file' || input.closest(OWN)) return;
    const files = [...(input.files ?? [])];
    if (files.length === 0 || files.every(isDrawn)) return;
    event.stopImmediatePropagation();
    // Both events come for one choice; the first would do, but `change` is the one that always comes.
    if (event.type === 'change')
      void handOn(
        files,
        (drawn) => give(input, drawn),
        () => {
          // So that the same file can be chosen again.
          input.value = '';
        },
      );
  };

  const over = (event: DragEvent) => {
    if (!holdsFiles(event)) return;
    claimed = event.defaultPrevented;
    if (claimed || takesDrops(event.target)) return;
    // Without this the browser would open the file in place of the form, and what was typed would be gone.
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = inputNear(event.target) ? 'copy' : 'none';
  };

  const dropped = (event: DragEvent) => {
    if (ours.has(event) || !holdsFiles(event) || inOwn(event)) return;
    const { target } = event;
    const files = [...(event.dataTransfer?.files ?? [])];
    event.preventDefault();
    if (files.every(isDrawn)) return;
    event.stopImmediatePropagation();
    const input = claimed ? undefined : inputNear(target);
    // What follows drags on the whole page must see that this one is over.
    if (input) drop(target, event, []);
    void handOn(files, (drawn) => (input ? give(input, drawn) : drop(target, event, drawn)));
  };

  function give(input: HTMLInputElement, drawn: readonly File[]): string | undefined {
    if (!input.isConnected) return undefined;
    const [first] = drawn;
    const one = !input.multiple && drawn.length > 1 && first;
    input.files = asList(one ? [first] : drawn).files;
    for (const file of input.files ?? []) rememberDrawn(file);
    for (const type of ['input', 'change']) send(input, new Event(type, { bubbles: true, composed: type === 'input' }));
    return one ? `Only one picture at a time can be added here: "${one.name}". Add the others after it.` : undefined;
  }

  function drop(target: EventTarget | null, { clientX, clientY, screenX, screenY }: DragEvent, drawn: readonly File[]): undefined {
    const dataTransfer = asList(drawn);
    for (const file of dataTransfer.files) rememberDrawn(file);
    send(target, new DragEvent('drop', { bubbles: true, cancelable: true, composed: true, clientX, clientY, screenX, screenY, dataTransfer }));
  }

  function send(target: EventTarget | null, event: Event): void {
    ours.add(event);
    target?.dispatchEvent(event);
  }

  async function handOn(files: readonly File[], take: (drawn: readonly File[]) => string | undefined, none?: () => void): Promise<void> {
    const done = showDrawing(page);
    const drawn: File[] = [];
    const reasons: string[] = [];
    const notes: string[] = [];
    try {
      // One after the other: each open picture takes much memory.
      for (const file of files) {
        const result = await drawAgain(file, taken ? { taken } : {});
        if (!result.ok) reasons.push(result.reason);
        else drawn.push(result.file);
        if (result.ok && result.note) notes.push(result.note);
      }
    } catch (error) {
      reasons.push(error instanceof Error ? error.message : String(error));
    } finally {
      done();
    }
    const more = drawn.length > 0 ? take(drawn) : undefined;
    if (drawn.length === 0) none?.();
    await sayRefused(reasons, more ? [...notes, more] : notes);
  }

  page.addEventListener('input', chosen, true);
  page.addEventListener('change', chosen, true);
  page.addEventListener('drop', dropped, true);
  page.addEventListener('dragover', over);
  return () => {
    page.removeEventListener('input', chosen, true);
    page.removeEventListener('change', chosen, true);
    page.removeEventListener('drop', dropped, true);
    page.removeEventListener('dragover', over);
  };
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

function inOwn({ target }: Event): boolean {
  return target instanceof Element && target.closest(OWN) !== null;
}

/** Whether our own text or file input stands there, which takes what is dropped by itself. */
function takesDrops(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest(OWN) !== null && (target.isContentEditable || target.closest('input[type="file"]') !== null);
}

/** The file input for which a drop at a place is meant, as in the same dialog. */
function inputNear(target: EventTarget | null): HTMLInputElement | undefined {
  if (!(target instanceof Element) || target.closest(OWN)) return undefined;
  const file = 'input[type="file"]:not(:disabled)';
  const input = target.closest<HTMLInputElement>(file) ?? target.closest('label, [role="dialog"], form')?.querySelector<HTMLInputElement>(file);
  return input && !input.closest(OWN) ? input : undefined;
}

function asList(files: readonly File[]): DataTransfer {
  const list = new DataTransfer();
  for (const file of files) list.items.add(file);
  return list;
}
