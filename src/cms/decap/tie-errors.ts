/** Ties the sentences that Decap shows beside a field to its control, so that a screen reader says them there. */
export function tieErrors(root: ParentNode): void {
  for (const list of root.querySelectorAll<HTMLElement>('[class*="-ControlErrorsList"]')) {
    const label = list.parentElement?.querySelector('label');
    const control = label?.htmlFor ? document.getElementById(label.htmlFor) : null;
    if (!control || list.id) continue;
    list.id = `${label?.htmlFor}-errors`;
    list.setAttribute('role', 'alert');
    control.setAttribute('aria-invalid', 'true');
    control.setAttribute('aria-describedby', list.id);
  }
  for (const control of root.querySelectorAll('[aria-invalid="true"][aria-describedby$="-errors"]')) {
    if (document.getElementById(control.getAttribute('aria-describedby') ?? '')) continue;
    control.removeAttribute('aria-invalid');
    control.removeAttribute('aria-describedby');
  }
}
