import type { KindName } from './index.ts';

/** What a new text starts with, by kind: headings in the order of the page, each with what belongs below it. Kinds that live by their fields have none. */
export const OUTLINES: Partial<Record<KindName, readonly (readonly [heading: string, words: string])[]>> = {
  guides: [
    ['Before you start', 'What to have ready, and whom to ask.'],
    ['Do it', '<Steps>\n\n1. What to do first.\n2. What to do then.\n\n</Steps>'],
    ['How you know that it worked', 'What you see when it is right, and when it is not.'],
    ['What goes wrong', 'What others met, and what they did about it.'],
  ],
  'case-studies': [
    ['How it was before', 'The place and the people, as far as they agreed to be named.'],
    ['What happened', 'In the order in which it happened, with days and figures.'],
  ],
  curricula: [
    ['Who runs it', 'What whoever leads it needs to know and to have done.'],
    ['How it runs', 'How the sessions hang together, and what people do between them.'],
  ],
  sessions: [
    ['Before people come', 'What to lay out and to try.'],
    ['How it goes', '<Facilitator>\n\nWhat to watch for, and what to say when it stalls.\n\n</Facilitator>'],
  ],
  pages: [['What this page is about', 'The first thing that a reader wants to know.']],
};
