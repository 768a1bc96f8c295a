import { openDialog } from '../dialog/open-dialog.ts';
import { makeElement } from '../fields/make-element.ts';

/** Says in a dialog which pictures were not taken and why, or what else to know of them. Nothing is opened when there is nothing to say. */
export async function sayRefused(reasons: readonly string[], notes: readonly string[] = []): Promise<void> {
  if (reasons.length + notes.length === 0) return;
  const title = reasons.length === 0 ? 'The picture was changed' : reasons.length === 1 ? 'One picture was not taken' : `${reasons.length} pictures were not taken`;
  await openDialog({
    title,
    content: [...reasons, ...notes].map((sentence) => makeElement('p', { class: 'garden-picture-reason' }, sentence)),
    actions: [{ value: 'back', label: 'Go on', main: true }],
  });
}
