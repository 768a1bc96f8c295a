import { findPlaces } from '../find-places.ts';
import { hasSensitive, isSensitive } from '../is-sensitive.ts';
import { page, study, STUDY_FILES, term } from '../example-page.ts';
import { defineRule, type Finding } from '../rule.ts';

const FILES = { ...STUDY_FILES, 'glossary/kakapo.mdx': term('kākāpō', 'lang: mi\ntype: species\nsensitive: true') };

export const sensitivePlace = defineRule({
  id: 'sensitive-place',
  severity: 'error',
  summary: 'A page about something whose places stay vague gives none more exact than a district.',
  why: 'Some species are taken or disturbed wherever people learn that they live. The glossary and the list of topics say which.',
  examples: [
    { title: 'coordinates beside the name of such a species', found: true, files: { ...FILES, 'pages/a.mdx': page('We heard a kākāpō at -46.76612, 167.64310.') } },
    {
      title: 'a case that gives the site',
      found: true,
      files: { ...FILES, 'case-studies/stoats.mdx': study('', 'site').replace('Text.', 'It was done for the [[kakapo]].') },
    },
    {
      title: 'a case that gives the district',
      found: false,
      files: { ...FILES, 'case-studies/stoats.mdx': study().replace('Text.', 'It was done for the [[kakapo]].') },
    },
  ],
  checkEntry(entry, context): Finding[] {
    const { header } = entry;
    const place = header.fields?.['place'] as { precision?: string } | undefined;
    if (!hasSensitive(context)) return [];
    const places = findPlaces(entry);
    if (places.length === 0 && place?.precision !== 'site') return [];
    const what = isSensitive(entry, context);
    if (!what) return [];
    const exact = places.map((at) => ({
      ...at,
      message: `This gives an exact place, and the page is about ${what}, whose places stay vague.`,
      suggestion: 'Name the district or the region instead.',
    }));
    if (place?.precision !== 'site') return exact;
    const at = header.places['place'] ?? { line: 1, column: 1 };
    return [
      ...exact,
      {
        ...at,
        path: ['place', 'precision'],
        message: `The place is given as a site, and the page is about ${what}, whose places stay vague.`,
        suggestion: 'Give the district, and write "precision: district".',
      },
    ];
  },
});
