import type { Example, ExampleFile } from './rule.ts';

/** A page that is right but for what an example puts into it. `fields` are further lines of its header. */
export function page(body: string, fields = ''): string {
  return entry(`title: A page\nsummary: A page that shows how a rule works.\nstatus: review\ncredits: [{ name: Garden editors, role: author }]\n${fields}`, body);
}

/** A page that another one replaced. */
export function replaced(by: string): string {
  return page('Text.', `retire_reason: There is a better one.\nsuperseded_by: pages/${by}`).replace('status: review', 'status: retired');
}

/** A session, which may ask for others first. */
export function session(title: string, requires: readonly string[] = []): string {
  const needs = requires.length > 0 ? `requires: [${requires.join(', ')}]\n` : '';
  return entry(
    `title: ${title}\nsummary: A session that shows how a rule works.\nstatus: review\ncredits: [{ name: Garden editors, role: author }]\nminutes: 10\nsetting: indoors\nobjectives: [Name three birds of the block]\nactivities: [{ minutes: 10, what: Listen together, type: field }]\n${needs}`,
    'Text.',
  );
}

/** A source, which the text of a page may cite. */
export function source(title: string, fields = ''): string {
  return entry(`title: ${title}\nstatus: review\ntype: web\nvoice: official\n${fields}`, '');
}

/** A term of the glossary. */
export function term(title: string, fields = '', body = ''): string {
  return entry(`title: ${title}\nsummary: A word that people use for this.\nstatus: review\n${fields}`, body);
}

/** A case study told from published sources; `fields` are further lines of its header. */
export function study(fields = '', precision = 'district', basis = 'published-sources\nsources: [doc-spacing]'): string {
  return entry(
    `title: Stoats on the peninsula\nsummary: A case that shows how a rule works.\nstatus: review\ncredits: [{ name: Garden editors, role: author }]\nform: snapshot\nbasis: ${basis}\napplied: [{ guide: lay-lines, how: adapted }]\nplace: { name: Miramar, region: nz-wgn, precision: ${precision} }\nstarted: "2019"\noutcome: worked\noutcome_summary: Stoats went and stayed away for two years.\nwhy: The lines stood where the stoats walk.\nlessons: [Walk the block before you set a line]\n${fields}`,
    'Text.',
  );
}

/** What a case study leans on: a guide, a skill, a source and the lists. */
export const STUDY_FILES: Readonly<Record<string, ExampleFile>> = {
  'guides/lay-lines.mdx': entry(
    'title: Lay lines\nsummary: A guide that shows how a rule works.\nstatus: review\ncredits: [{ name: Garden editors, role: author }]\npurpose: For a group that is about to begin.\nlevel: starter\nkey_messages: [Walk the block first., Test it on one line.]\ncapabilities: [{ capability: mapping, level: 1 }]\nevidence: { grade: weak, summary: Nobody has tested it as a whole. }',
    'Text.',
  ),
  'capabilities/mapping.mdx': entry('title: Mapping\nsummary: Reading and making maps outdoors.\nstatus: review\ncategory: field-craft\nlevels: [{ level: 1, can_do: Read a contour map. }]', 'Text.'),
  'sources/doc-spacing.mdx': source('Where to put trap lines'),
  'vocabularies/regions.yaml': 'title: Regions\nabout: Where a page applies.\nitems:\n  - { id: nz-wgn, label: Wellington }\n',
  'vocabularies/outcomes.yaml': 'title: Outcomes\nabout: How it went.\nitems:\n  - { id: worked, label: It worked }\n',
};

/** A file with a header and a body. */
export function entry(header: string, body: string): string {
  return `---\n${header.trimEnd()}\n---\n${body}\n`;
}

/** A drawing that is right but for what an example puts into it. */
export function drawing(inside = '<circle cx="4" cy="4" r="3" />'): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">${inside}</svg>\n`;
}

/** A picture of one pixel. */
export const PNG: ExampleFile = {
  base64: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADElEQVQImWPQj7UCAAGFAMcv4R4NAAAAAElFTkSuQmCC',
};

/** A picture of one pixel that says that it was taken at 41°17′ S, 174°46′ E. */
export const WEBP_WITH_PLACE: ExampleFile = {
  base64:
    'UklGRnABAABXRUJQVlA4WAoAAAAIAAAAAAAAAAAAVlA4IB4AAABwAQCdASoBAAEADMDOJYgCdAFAAAD+3g2zww7gAABFWElGLAEAAEV4aWYAAElJKgAIAAAABwASAQMAAQAAAAEAAAAaAQUAAQAAAGIAAAAbAQUAAQAAAGoAAAAoAQMAAQAAAAIAAAATAgMAAQAAAAEAAABphwQAAQAAAHIAAAAliAQAAQAAAMAAAAAAAAAAOGMAAOgDAAA4YwAA6AMAAAYAAJAHAAQAAAAwMjEwAZEHAAQAAAABAgMAAKAHAAQAAAAwMTAwAaADAAEAAAD//wAAAqAEAAEAAAABAAAAA6AEAAEAAAABAAAAAAAAAAQAAQACAAIAAABTAAAAAgAFAAMAAAAOAQAAAwACAAIAAABFAAAABAAFAAMAAAD2AAAAAAAAAK4AAAABAAAALgAAAAEAAAAAAAAAAQAAACkAAAABAAAAEQAAAAEAAAAAAAAAAQAAAA==',
};

/** A picture of one pixel that says which camera took it. */
export const WEBP_WITH_CAMERA: ExampleFile = {
  base64:
    'UklGRjYBAABXRUJQVlA4WAoAAAAIAAAAAAAAAAAAVlA4ICAAAAAwAQCdASoBAAEAAUAmJZAAA3AA/u3Of//Fv2j+9sKAAEVYSUbwAAAARXhpZgAASUkqAAgAAAAIAA8BAgAFAAAAhAAAABABAgAGAAAAfgAAABIBAwABAAAAAQAAABoBBQABAAAAbgAAABsBBQABAAAAdgAAACgBAwABAAAAAgAAABMCAwABAAAAAQAAAGmHBAABAAAAigAAAAAAAAA4YwAA6AMAADhjAADoAwAARiAxMDAARmVybgAABwAAkAcABAAAADAyMTABkQcABAAAAAECAwAAoAcABAAAADAxMDABoAMAAQAAAP//AAACoAQAAQAAAAEAAAADoAQAAQAAAAEAAAAxpAIABgAAAOQAAAAAAAAAMDAyMTgA',
};

/** The files of an example, with the list of roles that every page needs. */
export function exampleFiles(example: Example): Readonly<Record<string, ExampleFile>> {
  return { 'vocabularies/roles.yaml': 'title: Roles\nabout: What people did for a page.\nitems:\n  - { id: author, label: Author }\n', ...example.files };
}
