import { element } from './element.ts';
import type { Draw } from './page.ts';

/** The answer to an exercise, closed at first. */
export const answer: Draw = (_props, children) => element('details', { className: ['answer'] }, element('summary', {}, 'Answer'), ...children);
