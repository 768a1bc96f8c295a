/** Has a screen reader say, after the name of a control, what an element with this id says; keeps what else describes it. */
export function describeControl(control: Element, id: string): void {
  const ids = describing(control);
  if (!ids.includes(id)) control.setAttribute('aria-describedby', [...ids, id].join(' '));
}

/** Ids of the elements that describe a control. */
export function describing(control: Element): string[] {
  return (control.getAttribute('aria-describedby') ?? '').split(/\s+/).filter(Boolean);
}
