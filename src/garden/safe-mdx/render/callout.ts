import { aside } from './aside.ts';
import { words, type Draw } from './page.ts';

const KINDS = new Map([
  ['note', 'Note'],
  ['tip', 'Tip'],
  ['caution', 'Caution'],
  ['stop', 'Stop'],
]);

/** A note, tip, caution or stop beside the text. */
export const callout: Draw = (props, children) => {
  const type = words(props, 'type') ?? 'note';
  return aside(['callout', `callout-${type}`], KINDS.get(type) ?? 'Note', words(props, 'title'), children);
};
