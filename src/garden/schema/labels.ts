/** What people see for the closed choices of the schemas, on pages and in the form. */
export const LEVEL = { starter: 'Anyone can start here', practised: 'Needs some practice', specialist: 'For specialists' } as const;

export const COST = {
  free: 'Free',
  'under-100': 'Under $100',
  'under-1000': 'Under $1,000',
  'under-10000': 'Under $10,000',
  more: '$10,000 or more',
} as const;

export const HOW = { 'as-written': 'as written', adapted: 'adapted', partly: 'in part' } as const;

export const GRADE = { strong: 'Strong', moderate: 'Moderate', weak: 'Weak', contested: 'Contested', 'none-found': 'None found' } as const;

/** How far along the scale of published evidence a grade stands, of 3; contested and none stand outside it. */
export const GRADE_STEPS = { strong: 3, moderate: 2, weak: 1, contested: 0, 'none-found': 0 } as const;

export const SCALE = { site: 'One site', local: 'Local', landscape: 'Landscape', regional: 'Regional' } as const;

export const PRECISION = { region: 'Shown to the region only', district: 'Shown to the district', site: 'Shown to the site' } as const;

export const METHOD = { measured: 'Measured', estimated: 'Estimated', observed: 'Observed', reported: 'Reported by the project' } as const;

export const COMPARISON = { control: 'with a control site', 'before-after': 'before and after only', none: 'with nothing to compare' } as const;

export const AGAIN = { yes: 'Yes', 'with-changes': 'Yes, with changes', no: 'No', 'not-known': 'No source says' } as const;

export const FORMAT = { 'in-person': 'In person', online: 'Online', hybrid: 'In person and online', self: 'On your own' } as const;

export const SETTING = { indoors: 'Indoors', outdoors: 'Outdoors', both: 'Indoors and outdoors', online: 'Online' } as const;

export const ACTIVITY = {
  talk: 'Talk',
  demo: 'Demonstration',
  practice: 'Practice',
  discussion: 'Discussion',
  field: 'Field work',
  break: 'Break',
  assessment: 'Show what you can do',
} as const;

export const FAMILY = {
  'field-craft': 'Field craft',
  knowing: 'Knowing the place',
  planning: 'Planning',
  people: 'Working with people',
  rights: 'Rights and responsibilities',
  organisation: 'Running a group',
  change: 'Making change',
} as const;

export const TERM = { term: 'Term', species: 'Species', tool: 'Tool', law: 'Law', organisation: 'Organisation', method: 'Method' } as const;

export const SOURCE_TYPE = {
  paper: 'Paper',
  report: 'Report',
  web: 'Web page',
  book: 'Book',
  thesis: 'Thesis',
  law: 'Law',
  news: 'News story',
  dataset: 'Data set',
  video: 'Video',
} as const;

/** Whose voice a source is, in the order of the index, with what that means for a reader. */
export const VOICE = {
  'peer-reviewed': { label: 'Reviewed science', about: 'Papers and theses that other researchers checked before they came out.' },
  official: { label: 'Official', about: 'Agencies, councils and laws.' },
  project: { label: 'A project about itself', about: 'What groups say of their own work. Close to the ground, and not neutral.' },
  news: { label: 'News', about: 'Reporters, writing for the day.' },
  encyclopedia: { label: 'Encyclopedia', about: 'Summaries of what others found.' },
  industry: { label: 'Industry', about: 'Those who sell or make what they write about.' },
  personal: { label: 'Personal', about: 'One person’s own account.' },
} as const;

export const SEEN = {
  full: 'The editors read all of it',
  abstract: 'The editors read its abstract only',
  part: 'The editors read a part of it',
  'not-seen': 'The editors have not read it themselves',
} as const;

export const LANGUAGE = { en: 'English', mi: 'te reo Māori', la: 'scientific name' } as const;

export const STATUS = {
  draft: 'Draft: not on the site yet',
  review: 'Published, and waits for a practitioner to read it',
  current: 'Published and reviewed',
  'needs-review': 'Due for another look',
  retired: 'Retired',
} as const;

export const CASE_FORM = { snapshot: 'Snapshot: the short case', full: 'Full case study' } as const;

export const BASIS = { 'own-experience': 'Our own experience', 'published-sources': 'Published sources' } as const;

export const PER = { person: 'Each person', pair: 'Each pair', group: 'The whole group' } as const;
