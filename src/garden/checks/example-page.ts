import type { Example, ExampleFile } from './rule.ts';

/** A page that is right but for what an example puts into it. `fields` are further lines of its header. */
export function page(body: string, fields = ''): string {
  return entry(`title: A page\nsummary: A page that shows how a rule works.\nstatus: review\ncredits: [{ name: Garden editors, role: author }]\n${fields}`, body);
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

/** The files of an example, with the list of roles that every page needs. */
export function exampleFiles(example: Example): Readonly<Record<string, ExampleFile>> {
  return { 'vocabularies/roles.yaml': 'title: Roles\nabout: What people did for a page.\nitems:\n  - { id: author, label: Author }\n', ...example.files };
}
