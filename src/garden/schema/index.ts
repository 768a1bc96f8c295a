import type { z } from 'zod';
import { capabilities } from './capabilities.ts';
import { caseStudies } from './case-studies.ts';
import { curricula } from './curricula.ts';
import { glossary } from './glossary.ts';
import { guides } from './guides.ts';
import { pages } from './pages.ts';
import { sessions } from './sessions.ts';
import { sources } from './sources.ts';

/** Every kind of entry, in the order of menus. The only registry. */
export const KINDS = { guides, 'case-studies': caseStudies, curricula, sessions, capabilities, glossary, sources, pages } as const;

/** The name of a kind: content folder, address segment and reference prefix. */
export type KindName = keyof typeof KINDS;

/** The front matter of an entry of kind `K`, after checking. */
export type Fields<K extends KindName> = z.infer<(typeof KINDS)[K]['fields']>;

/** Names of all kinds, in the order of menus. */
export const KIND_NAMES = Object.keys(KINDS) as KindName[];

/** Whether a folder name is the name of a kind. */
export function isKindName(name: string): name is KindName {
  return Object.hasOwn(KINDS, name);
}
