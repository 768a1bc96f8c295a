import { stringify } from 'yaml';
import { KIND_NAMES, KINDS } from '../schema/index.ts';
import type { Site } from '../schema/site.ts';
import type { Vocabularies } from '../schema/vocabularies.ts';
import { GENERATED } from './generated-note.ts';
import { licenceTick } from './licence-tick.ts';
import { sentenceCase } from './sentence-case.ts';

/** What the issue forms are made from. */
export interface IssueFormSettings {
  readonly site: Site;
  readonly vocabularies: Vocabularies;
}

type Part = Readonly<Record<string, unknown>>;

const NOT_SURE = 'I am not sure';

/** The issue forms of GitHub by file name: for people who do not write files, in their words. */
export function issueForms(settings: IssueFormSettings): Readonly<Record<string, string>> {
  return { 'suggest-content.yml': suggest(settings), 'correct-page.yml': correct(settings), 'report-fault.yml': fault(), 'config.yml': chooser(settings) };
}

function suggest({ site, vocabularies }: IssueFormSettings): string {
  const outcomes = vocabularies.outcomes.items.map(({ label }) => label);
  return form('Suggest content', 'Tell what you did, saw or know. Somebody helps to make a page of it.', 'Content: ', [
    words(
      `Thank you. You need not know how ${site.name} is built: answer what you can in your own words, and leave the rest empty. A keeper turns it into a page and shows it to you before it goes out.`,
    ),
    choose('kind', 'What is it?', [...KIND_NAMES.filter((kind) => kind !== 'pages').map((kind) => sentenceCase(KINDS[kind].one)), NOT_SURE], 'If you do not know, say so.', true),
    line('title', 'A title', 'The job or the thing, in a few words.', true),
    text('story', 'What would you like to tell?', 'What was done, where, when, what came of it, and why you think it went that way. A failure told plainly helps most.', true),
    ...(outcomes.length > 0 ? [choose('outcome', 'If something was tried: how did it go?', [...outcomes, NOT_SURE], undefined, false)] : []),
    text('sources', 'Where do the facts come from?', 'Your own notes, a report, an address on the web.', false),
    line('names', 'Who should be named, and how?', 'Only people who agreed. Leave it empty to stay unnamed.', false),
    tick(site, true),
  ]);
}

function correct({ site }: IssueFormSettings): string {
  return form('Correct a page', 'Something on a page is wrong, unclear or out of date.', 'Correction: ', [
    line('page', 'Which page?', `Its address, such as ${new URL('guides/', site.url).href}…`, true),
    text('wrong', 'What does it say?', 'Copy the sentence, or say where it stands.', true),
    text('right', 'What should it say?', 'In your own words.', true),
    text('source', 'How do you know?', 'You saw it, or it stands somewhere: where?', false),
    tick(site, true),
  ]);
}

function fault(): string {
  return form('Report a fault', 'The site, the form or a message does not do what it should.', 'Fault: ', [
    words('If it lets anybody do harm, or shows a person or a place that needs protection, do not write it here. Choose the tab **Security**, then **Report a vulnerability**.'),
    line('where', 'Where did it happen?', 'The address of the page, or the command you typed.', true),
    text('did', 'What did you do, and what happened?', 'Step by step, with the words on the screen.', true),
    text('expected', 'What did you expect?', undefined, false),
    line('with', 'With what?', 'Telephone or computer, and which browser.', false),
  ]);
}

/** The page on which people choose a form. Issues without one stay possible, because links of the site fill them in. */
function chooser({ site }: IssueFormSettings): string {
  const page = { name: 'How to contribute', url: new URL('contribute/', site.url).href, about: 'All ways to add to a page, also without an account.' };
  const contact =
    site.contact && /^https?:/.test(site.contact) && !site.contact.startsWith(`${site.repository}/issues`) ? [{ name: 'Write to the keepers', url: site.contact, about: 'For anything else.' }] : [];
  return file({ blank_issues_enabled: true, contact_links: [page, ...contact] });
}

function form(name: string, description: string, title: string, body: readonly Part[]): string {
  return file({ name, description, title, body });
}

function file(value: unknown): string {
  return `# ${GENERATED}\n${stringify(value, { lineWidth: 0, defaultStringType: 'PLAIN', defaultKeyType: 'PLAIN' })}`;
}

function words(value: string): Part {
  return { type: 'markdown', attributes: { value } };
}

function line(id: string, label: string, description: string | undefined, required: boolean): Part {
  return { type: 'input', id, attributes: { label, ...(description ? { description } : {}) }, validations: { required } };
}

function text(id: string, label: string, description: string | undefined, required: boolean): Part {
  return { type: 'textarea', id, attributes: { label, ...(description ? { description } : {}) }, validations: { required } };
}

function choose(id: string, label: string, options: readonly string[], description: string | undefined, required: boolean): Part {
  return { type: 'dropdown', id, attributes: { label, ...(description ? { description } : {}), options: [...new Set(options)] }, validations: { required } };
}

function tick(site: Site, required: boolean): Part {
  return { type: 'checkboxes', id: 'licence', attributes: { label: 'May it be shared?', options: [{ label: licenceTick(site.licence), required }] } };
}
