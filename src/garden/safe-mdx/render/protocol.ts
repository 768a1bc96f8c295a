import { aside } from './aside.ts';
import { words, type Draw } from './page.ts';

/** Tikanga, or care for culture. */
export const protocol: Draw = (props, children) => aside(['protocol'], 'Protocol', words(props, 'title'), children);
