import { study, STUDY_FILES } from '../example-page.ts';
import { defineRule } from '../rule.ts';

/** Found while the header is read: the check stands in the schema of case studies, so that the form asks for it too. */
export const missingConsent = defineRule({
  id: 'missing-consent',
  severity: 'error',
  summary: 'A case told from own experience says who agreed to its being told, when, and to what.',
  why: 'A case shows people, land and mistakes. Those it tells of decide what is public, and once it is out nobody can take it back.',
  examples: [
    { title: 'own experience that nobody has agreed to', found: true, files: { ...STUDY_FILES, 'case-studies/stoats.mdx': study('', 'district', 'own-experience') } },
    {
      title: 'own experience with consent',
      found: false,
      files: { ...STUDY_FILES, 'case-studies/stoats.mdx': study("consent: { given_by: The group's committee, on: 2026-05-03, covers: Text and figures }", 'district', 'own-experience') },
    },
  ],
});
