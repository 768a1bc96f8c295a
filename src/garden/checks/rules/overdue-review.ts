import { page } from '../example-page.ts';
import { plainDay } from '../plain-day.ts';
import { defineRule } from '../rule.ts';

export const overdueReview = defineRule({
  id: 'overdue-review',
  severity: 'warning',
  summary: 'A page is read again by the day it names in "review_by".',
  why: 'Advice ages: a device is withdrawn, a law changes, a method is shown to fail. The page shows readers that nobody has looked.',
  examples: [
    { title: 'a day that has passed', found: true, today: '2026-11-25', files: { 'pages/a.mdx': page('Text.', 'review_by: 2026-05-03') } },
    { title: 'a day to come', found: false, today: '2026-11-25', files: { 'pages/a.mdx': page('Text.', 'review_by: 2027-05-03') } },
  ],
  checkGarden({ entries, today }) {
    if (today === undefined) return [];
    return entries.flatMap(({ header: { fields, file, places, draft } }) => {
      const day = fields?.['review_by'];
      if (typeof day !== 'string' || day >= today || draft || fields?.['status'] === 'retired') return [];
      return [
        {
          file,
          ...(places['review_by'] ?? { line: 1, column: 1 }),
          path: ['review_by'],
          message: `Somebody was to read this page again by ${plainDay(day)}.`,
          suggestion: 'Read it, mend it, and set a new day.',
        },
      ];
    });
  },
});
