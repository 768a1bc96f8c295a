import type { Garden, GuideEvidence } from '#garden/model/garden.ts';

/** How many cases came to each outcome, in the order of the vocabulary; outcomes without a case are left out. */
export function outcomeCounts(garden: Garden): GuideEvidence['counts'] {
  return garden.vocabularies.outcomes.items
    .map((outcome) => ({ outcome, count: garden.byKind['case-studies'].filter(({ fields }) => fields.outcome === outcome.id).length }))
    .filter(({ count }) => count > 0);
}
