import type { Component } from '#garden/safe-mdx/components.ts';
import { openDialog } from '../../dialog/open-dialog.ts';
import { chooseSource } from '../cite/choose-source.ts';
import type { EditorHost } from '../editor-host.ts';
import { componentFields, type ComponentField } from './component-fields.ts';
import { componentWords } from './component-name.ts';
import type { TagValues } from './write-tag.ts';

/** What a person filled in. */
export interface FilledComponent {
  readonly values: TagValues;
  /** Whether an answer goes into the exercise. */
  readonly answer: boolean;
}

/** Asks for the attributes of a component; undefined when the person gave up. `given` is what a tag has already. */
export async function askComponent(component: Component, host: EditorHost, given?: TagValues): Promise<FilledComponent | undefined> {
  // What the page has both ways is edited as it stands there.
  const fields = componentFields(component).filter(({ name }) => component.name !== 'Cite' || name === 'page' || (given && 'sources' in given ? name === 'sources' : name === 'source'));
  const hasPicture = fields.some(({ name }) => name === 'src');
  const values: Record<string, string> = {};
  for (const field of fields) values[field.name] = given?.[field.name] ?? field.usual;
  if (hasPicture && !given && !(await takePicture(values, host))) return undefined;
  const offersAnswer = component.name === 'Exercise' && !given;
  if (fields.length === 0 && !offersAnswer) return { values: {}, answer: false };
  const answer = checkbox('Add an answer that opens on a click');
  for (;;) {
    const controls = fields.map((field) => control(field, values[field.name] ?? '', host));
    const about = document.createElement('p');
    about.textContent = component.about;
    const chosen = await openDialog<'done' | 'picture' | 'close'>({
      title: componentWords(component.name),
      content: [about, ...controls.map(({ element }) => element), ...(offersAnswer ? [answer.element] : [])],
      actions: [
        { value: 'done', label: given ? 'Change' : 'Insert', main: true },
        { value: 'close', label: 'Close', anyway: true },
        // The library of pictures stands below any dialog: this one closes for it and opens again.
        ...(hasPicture ? [{ value: 'picture' as const, label: 'Choose another picture', anyway: true }] : []),
      ],
    });
    for (const [index, field] of fields.entries()) values[field.name] = controls[index]!.value();
    if (chosen === undefined || chosen === 'close') return undefined;
    if (chosen === 'done') return { values: given ? changed(values, given, fields) : values, answer: offersAnswer && answer.input.checked };
    await takePicture(values, host);
  }
}

/** Values that a tag lacks and that say what it takes anyway are not written into it. */
function changed(values: TagValues, given: TagValues, fields: readonly ComponentField[]): TagValues {
  return Object.fromEntries(fields.filter(({ name, usual }) => name in given || values[name] !== usual).map(({ name }) => [name, values[name] ?? '']));
}

async function takePicture(values: Record<string, string>, host: EditorHost): Promise<boolean> {
  const picture = await host.choosePicture();
  if (!picture) return false;
  values['src'] = picture.src;
  if (picture.alt !== '') values['alt'] = picture.alt;
  return true;
}

function control(field: ComponentField, value: string, host: EditorHost): { element: HTMLElement; value(): string } {
  const element = document.createElement('div');
  const label = document.createElement('label');
  const input = field.kind === 'choice' ? choices(field, value) : field.kind === 'words' ? document.createElement('textarea') : document.createElement('input');
  const hint = document.createElement('p');
  element.className = 'garden-field';
  input.id = `garden-part-${field.name}`;
  input.value = value;
  input.required = field.required;
  input.name = field.name;
  label.htmlFor = input.id;
  label.textContent = field.required || field.usual !== '' ? field.label : `${field.label} (if you like)`;
  hint.id = `${input.id}-hint`;
  hint.className = 'garden-hint';
  hint.textContent = [field.hint, field.example && field.kind !== 'choice' ? `Such as: ${field.example}` : ''].filter(Boolean).join(' ');
  input.setAttribute('aria-describedby', hint.id);
  if (!(input instanceof HTMLSelectElement)) {
    if (field.longest !== undefined) input.maxLength = field.longest;
    input.autocomplete = 'off';
  }
  if (input instanceof HTMLTextAreaElement) input.rows = 3;
  const check = () => input.setCustomValidity(field.problem(input.value) ?? '');
  input.addEventListener('input', check);
  check();
  element.append(label, field.kind === 'source' || field.kind === 'sources' ? withPicker(input, field, host, check) : input, hint);
  return { element, value: () => input.value };
}

function choices(field: ComponentField, value: string): HTMLSelectElement {
  const select = document.createElement('select');
  const words = field.usual === '' ? [''] : [];
  const known = field.choices.includes(value) || value === '' ? [] : [value];
  for (const choice of [...words, ...field.choices, ...known]) {
    const option = document.createElement('option');
    option.value = choice;
    option.textContent = choice === '' ? 'Choose one' : choice;
    select.append(option);
  }
  return select;
}

function withPicker(input: HTMLElement & { value: string }, field: ComponentField, host: EditorHost, check: () => void): HTMLElement {
  const row = document.createElement('div');
  const button = document.createElement('button');
  row.className = 'garden-row';
  button.type = 'button';
  button.textContent = 'Find a source';
  button.addEventListener('click', () => {
    void chooseSource(host.index, { page: false }).then((chosen) => {
      if (!chosen) return;
      input.value = field.kind === 'sources' && input.value.trim() !== '' ? `${input.value.trim().replace(/,$/, '')}, ${chosen.source}` : chosen.source;
      check();
    });
  });
  row.append(input, button);
  return row;
}

function checkbox(words: string): { element: HTMLElement; input: HTMLInputElement } {
  const element = document.createElement('label');
  const input = document.createElement('input');
  element.className = 'garden-check';
  input.type = 'checkbox';
  element.append(input, words);
  return { element, input };
}
