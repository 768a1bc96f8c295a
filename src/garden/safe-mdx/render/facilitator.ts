import { aside } from './aside.ts';
import type { Draw } from './page.ts';

/** Notes for the person who runs the session. */
export const facilitator: Draw = (_props, children) => aside(['facilitator'], 'For the facilitator', undefined, children);
