import type { Vocabulary, VocabularyItem } from '../schema/vocabularies.ts';
import type { Entry, GuideEvidence, Trial } from './garden.ts';

/** Where a guide was tried: every case that applied it, newest first, with its outcome for this guide. */
export function guideEvidence(guide: string, studies: readonly Entry<'case-studies'>[], outcomes: Vocabulary): GuideEvidence {
  const items = new Map<string, VocabularyItem>(outcomes.items.map((item) => [item.id, item]));
  const trials = studies
    .flatMap((study) =>
      study.fields.applied
        .filter((item) => item.guide === guide)
        .slice(0, 1)
        .map((item): Trial => {
          const id = item.outcome ?? study.fields.outcome;
          return { study, how: item.how, outcome: items.get(id) ?? { id, label: id }, ...(item.changes ? { changes: item.changes } : {}) };
        }),
    )
    .sort((a, b) => (a.study.fields.started < b.study.fields.started ? 1 : a.study.fields.started > b.study.fields.started ? -1 : 0));
  const counts = outcomes.items.flatMap((outcome) => {
    const count = trials.filter((trial) => trial.outcome.id === outcome.id).length;
    return count > 0 ? [{ outcome, count }] : [];
  });
  return { trials, counts };
}
