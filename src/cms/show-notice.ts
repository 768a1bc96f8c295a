/** Says on the page of the form why it is not open, and what to do. */
export function showNotice(reason: string, next: string): void {
  const notice = document.getElementById('garden-notice');
  if (!notice) return;
  const first = document.createElement('p');
  const second = document.createElement('p');
  first.textContent = reason;
  second.textContent = next;
  notice.replaceChildren(first, second);
  notice.hidden = false;
}
