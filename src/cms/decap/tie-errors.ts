import { describeControl, describing } from './describe-control.ts';

const SUFFIX = '-errors';

/** Ties the sentences that Decap shows beside a field to its control, so that a screen reader says them there. */
export function tieErrors(root: ParentNode): void {
  for (const list of root.querySelectorAll<HTMLElement>('[class*="-ControlErrorsList"]')) {
    const label = list.parentElement?.querySelector('label');
    const control = label?.htmlFor ? document.getElementById(label.htmlFor) : null;
    if (!control || list.id) continue;
    list.id = `${label?.htmlFor}${SUFFIX}`;
    list.setAttribute('aria-live', 'polite');
    control.setAttribute('aria-invalid', 'true');
    describeControl(control, list.id);
  }
  for (const control of root.querySelectorAll(`[aria-invalid="true"][aria-describedby*="${SUFFIX}"]`)) {
    const left = describing(control).filter((id) => !id.endsWith(SUFFIX) || document.getElementById(id));
    if (left.some((id) => id.endsWith(SUFFIX))) continue;
    control.removeAttribute('aria-invalid');
    if (left.length > 0) control.setAttribute('aria-describedby', left.join(' '));
    else control.removeAttribute('aria-describedby');
  }
}
