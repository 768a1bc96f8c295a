import { answer } from './answer.ts';
import { callout } from './callout.ts';
import { checklist } from './checklist.ts';
import { cite } from './cite.ts';
import { evidence } from './evidence.ts';
import { exercise } from './exercise.ts';
import { facilitator } from './facilitator.ts';
import { fieldNote } from './field-note.ts';
import { figure } from './figure.ts';
import type { Draw } from './page.ts';
import { protocol } from './protocol.ts';
import { steps } from './steps.ts';

/** How each component of the registry is drawn. */
export const drawings: ReadonlyMap<string, Draw> = new Map([
  ['Answer', answer],
  ['Callout', callout],
  ['Checklist', checklist],
  ['Cite', cite],
  ['Evidence', evidence],
  ['Exercise', exercise],
  ['Facilitator', facilitator],
  ['FieldNote', fieldNote],
  ['Figure', figure],
  ['Protocol', protocol],
  ['Steps', steps],
]);
