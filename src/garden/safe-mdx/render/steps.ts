import { element } from './element.ts';
import type { Draw } from './page.ts';

/** Steps to follow in order. */
export const steps: Draw = (_props, children) => element('div', { className: ['steps'] }, ...children);
