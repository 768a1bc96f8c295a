import { openDialog } from '../dialog/open-dialog.ts';
import { makeElement } from '../fields/make-element.ts';
import { lineEnd, plainLineEnds } from './line-ends.ts';
import { MINE, mergePanes, THEIRS, type MergePanes } from './merge-panes.ts';

/** Two texts of one page. */
export interface TwoTexts {
  readonly mine: string;
  readonly theirs: string;
  /** Who wrote theirs, when that is known. */
  readonly who?: string;
  /** Which page it is. */
  readonly where: string;
}

const NARROW = '(max-width: 47.99rem)';

/** Shows two texts of a page that two people changed, and resolves with the text to save, in the line ends of mine;
 *  undefined when the person goes back to the form. */
export async function chooseText({ mine, theirs, who, where }: TwoTexts): Promise<string | undefined> {
  const end = lineEnd(mine);
  const [plainMine, plainTheirs] = [plainLineEnds(mine), plainLineEnds(theirs)];
  const narrow = matchMedia(NARROW);
  const summary = makeElement('p', { class: 'garden-conflict-summary', role: 'status' });
  const place = makeElement('div', { class: 'garden-conflict-panes' });
  const names = makeElement('div', { class: 'garden-conflict-names' });
  const next = button('Next', () => go(1), ' difference');
  const root = makeElement(
    'div',
    { class: 'garden-conflict' },
    makeElement('p', {}, `While you were writing, this page was changed by ${who ?? 'somebody else'}. Nothing is lost: choose what is saved.`),
    makeElement('p', { class: 'garden-conflict-where' }, where),
    makeElement(
      'div',
      { class: 'garden-conflict-tools', role: 'group', 'aria-label': 'Differences' },
      summary,
      button('Previous', () => go(-1), ' difference'),
      next,
      button('Take theirs here', takeHere),
      button('Take all of theirs', () => all(plainTheirs, 'The text is theirs now.')),
      button('Take all of mine', () => all(plainMine, 'The text is yours again.')),
    ),
    makeElement('p', { class: 'garden-conflict-keys' }, 'F7 goes to the next difference, Shift+F7 to the one before, F8 takes theirs.'),
    names,
    place,
  );
  let warned = false;
  let panes = draw(plainMine);
  narrow.addEventListener('change', redraw);
  root.addEventListener('keydown', keys);

  const closed = openDialog({
    title: 'Two people changed this page',
    content: [root],
    wide: true,
    actions: [
      { value: 'save', label: saveWords(), main: true },
      { value: 'back', label: 'Go back to the form', anyway: true },
    ],
  });
  const dialog = root.closest('dialog');
  const save = dialog?.querySelector('button[value=save]');
  dialog?.addEventListener('cancel', guard);
  const action = await closed;
  narrow.removeEventListener('change', redraw);
  const text = panes.text();
  panes.destroy();
  if (action !== 'save') return undefined;
  // Untouched, it keeps even mixed line ends.
  return text === plainMine ? mine : text.replaceAll('\n', end);

  function draw(text: string): MergePanes {
    place.replaceChildren();
    names.replaceChildren(
      ...(narrow.matches
        ? [makeElement('p', {}, 'This is your text, and what will be saved. Where theirs differs, it stands in a frame above yours.')]
        : [makeElement('h3', {}, THEIRS), makeElement('h3', {}, MINE)]),
    );
    const drawn = mergePanes({ parent: place, theirs: plainTheirs, mine: text, narrow: narrow.matches, changed: () => count(panes), taken: () => next.focus() });
    count(drawn);
    return drawn;
  }

  function redraw(): void {
    const text = panes.text();
    panes.destroy();
    panes = draw(text);
    if (save) save.textContent = saveWords();
  }

  function saveWords(): string {
    return narrow.matches ? 'Save this text' : 'Save the text on the right';
  }

  function say(words: string): void {
    if (summary.textContent !== words) summary.textContent = words;
  }

  function count(shown: MergePanes): void {
    warned = false;
    const left = shown.places();
    say(left === 0 ? 'Both texts are the same now.' : left === 1 ? '1 place differs.' : `${left} places differ.`);
  }

  function go(step: 1 | -1): void {
    const at = panes.go(step);
    if (at) say(`Difference ${at.number} of ${at.of}, at line ${at.line} of yours.`);
  }

  function takeHere(): void {
    if (!panes.takeHere()) say(panes.places() === 0 ? 'Both texts are the same now.' : 'The cursor is at no difference. Go to one first.');
  }

  function all(text: string, words: string): void {
    panes.setText(text);
    say(`${words} ${summary.textContent}`);
  }

  function keys(event: KeyboardEvent): void {
    if (event.key === 'F7') go(event.shiftKey ? -1 : 1);
    else if (event.key === 'F8') takeHere();
    else return;
    event.preventDefault();
  }

  /** Escape would throw away what was put together here; the first one says so. */
  function guard(event: Event): void {
    if (warned || panes.text() === plainMine) return;
    event.preventDefault();
    say('Escape again goes back to the form without what you changed here.');
    warned = true;
  }
}

/** A button; where there is little room, only the first part of its name is seen. */
function button(label: string, press: () => void, rest = ''): HTMLButtonElement {
  const made = makeElement('button', { type: 'button', class: 'garden-field-button' }, label, ...(rest === '' ? [] : [makeElement('span', { class: 'garden-conflict-rest' }, rest)]));
  made.addEventListener('click', press);
  return made;
}
