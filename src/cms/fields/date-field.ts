import { makeElement } from './make-element.ts';

/** What a date field needs. */
export interface DateFieldOptions {
  readonly parent: HTMLElement;
  /** Id of the box. */
  readonly id: string;
  /** Id of the element that names the field. */
  readonly labelledBy: string;
  /** `YYYY-MM-DD`, empty, or a text that is no day. */
  readonly value: string;
  onChange(value: string): void;
}

/** A field for a day. */
export interface DateField {
  /** Shows another value, without a call of `onChange`. */
  setValue(value: string): void;
  focus(): void;
  destroy(): void;
}

/** Makes a field for a day. A day is a text from end to end, so no time zone can move it;
 *  a stored text that is no day stays readable in a plain box until the person changes it. */
export function createDateField({ parent, id, labelledBy, value, onChange }: DateFieldOptions): DateField {
  let current = value;
  let input: HTMLInputElement;
  const place = makeElement('div', { class: 'garden-date-box' });
  const button = makeElement('button', { type: 'button', class: 'garden-field-button', 'aria-describedby': labelledBy });
  const note = makeElement('p', { id: `${id}-note`, class: 'garden-field-problem', 'aria-live': 'polite' });
  const root = makeElement('div', { class: 'garden-date' }, place, note);

  function emit(next: string): void {
    if (next === current) return;
    current = next;
    onChange(next);
  }

  function tell(words: string): void {
    note.textContent = words;
    if (words === '') input.removeAttribute('aria-invalid');
    else input.setAttribute('aria-invalid', 'true');
    button.hidden = current === '' && words === '';
  }

  function box(type: 'date' | 'text'): HTMLInputElement {
    return makeElement('input', {
      type,
      id,
      class: 'garden-field-box',
      'aria-labelledby': labelledBy,
      'aria-describedby': `${id}-note`,
      autocomplete: 'off',
      ...(type === 'date' && { max: '9999-12-31' }),
    });
  }

  function showDay(): void {
    input = box('date');
    input.value = current;
    button.textContent = 'Clear';
    input.addEventListener('input', () => {
      // While a year is typed the box says that it is 2, then 20, then 202.
      if (!input.validity.badInput && !input.value.startsWith('0')) emit(input.value);
      tell('');
    });
    input.addEventListener('blur', () => {
      emit(input.value);
      tell(input.validity.badInput ? 'This day is not complete. Fill in day, month and year, or clear it.' : '');
    });
    place.replaceChildren(input, button);
    tell('');
  }

  function showText(): void {
    input = box('text');
    input.value = current;
    button.textContent = 'Choose a day instead';
    const own = input;
    own.addEventListener('input', () => {
      emit(own.value.trim());
      tell(current === '' || isDay(current) ? '' : sentence());
    });
    own.addEventListener('change', () => {
      if (own !== input || !(current === '' || isDay(current))) return;
      const stays = document.activeElement === own;
      showDay();
      if (stays) input.focus();
    });
    place.replaceChildren(input, button);
    tell(sentence());
  }

  const sentence = () => `“${current}” is not a day.`;
  const show = () => (current === '' || isDay(current) ? showDay() : showText());

  button.addEventListener('click', () => {
    emit('');
    showDay();
    input.focus();
  });
  show();
  parent.append(root);
  return {
    setValue(next) {
      if (next === current) return;
      current = next;
      show();
    },
    focus: () => input.focus(),
    destroy: () => root.remove(),
  };
}

/** The browser keeps a day in its date box and drops any other text. */
function isDay(text: string): boolean {
  const probe = makeElement('input', { type: 'date' });
  probe.value = text;
  return /^\d{4}-/.test(text) && probe.value === text;
}
