import { openDialog } from '../dialog/open-dialog.ts';
import { makeElement } from '../fields/make-element.ts';
import { altProblem } from './alt-problem.ts';

/** Asks what a picture shows, in words for people who do not see it. One line, or undefined when the person gave up. */
export async function askAlt({ file, url, name }: { file?: File; url?: string; name: string }): Promise<string | undefined> {
  const id = `garden-alt-${crypto.randomUUID()}`;
  const object = file && URL.createObjectURL(file);
  const preview = makeElement('img', { src: object ?? url, alt: '' });
  preview.addEventListener('error', () => preview.remove());
  const figure = makeElement('figure', { class: 'garden-alt-picture' }, ...((object ?? url) ? [preview] : []), makeElement('figcaption', {}, name));
  const box = makeElement('textarea', { id, rows: '3', 'aria-required': 'true', 'aria-describedby': `${id}-hint ${id}-problem`, autocomplete: 'off', enterkeyhint: 'done' });
  const problem = makeElement('p', { id: `${id}-problem`, class: 'garden-alt-problem', 'aria-live': 'polite' });
  const field = makeElement(
    'div',
    { class: 'garden-field garden-alt' },
    makeElement('label', { for: id }, 'What does this picture show?'),
    makeElement('p', { id: `${id}-hint`, class: 'garden-hint' }, 'For people who do not see it, such as: A board on a wall, with the outline of each tool drawn where it hangs'),
    box,
    problem,
  );
  const care = makeElement('p', { class: 'garden-alt-care' }, 'Add it only when nobody can find a nest, a roost or a rare plant by it, and when the people in it agreed.');

  const say = (sentence: string) => {
    problem.textContent = sentence;
    if (sentence) box.setAttribute('aria-invalid', 'true');
    else box.removeAttribute('aria-invalid');
  };
  const check = () => box.setCustomValidity(altProblem(oneLine(box.value)) ?? '');
  box.addEventListener('input', () => {
    check();
    if (problem.textContent) say(box.validationMessage);
  });
  box.addEventListener('invalid', (event) => {
    // Said below the box, where it stays, in place of the browser's bubble.
    event.preventDefault();
    say(box.validationMessage);
    box.focus();
  });
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    box.form?.requestSubmit(box.form.querySelector<HTMLButtonElement>('button[value="add"]'));
  });
  check();

  try {
    const pressed = await openDialog({
      title: 'Describe the picture',
      content: [figure, field, care],
      actions: [
        { value: 'add', label: 'Add the picture', main: true },
        { value: 'leave', label: 'Leave it out' },
      ],
    });
    return pressed === 'add' ? oneLine(box.value) : undefined;
  } finally {
    if (object) URL.revokeObjectURL(object);
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
