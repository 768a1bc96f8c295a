/** One sentence on how far the open entry has come. */
export function statusWords({ isNew, changed, status }: { isNew: boolean; changed: boolean; status: string | undefined }): string {
  if (changed) return status === 'pending_review' ? 'Sent for review; what you changed since is not saved yet.' : 'Not saved yet. This browser keeps what you type.';
  if (isNew) return 'A new page. Start anywhere.';
  if (status === 'draft') return 'Saved, but not sent yet.';
  if (status === 'pending_review') return 'Sent for review.';
  if (status === 'pending_publish') return 'Ready to go on the site.';
  return 'This is what the site shows.';
}
