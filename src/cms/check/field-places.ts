/** Where in the page the control of each field stands, by its path in the entry. */
export interface FieldPlaces {
  set(path: readonly PropertyKey[], controlId: string): void;
  /** Opens whatever hides a field and puts the focus on it; the nearest field around it when it has none of its own. */
  go(path: readonly PropertyKey[]): void;
}

/** Starts with no place known. */
export function fieldPlaces(): FieldPlaces {
  const ids = new Map<string, string>();
  return {
    set: (path, controlId) => void ids.set(key(path), controlId),
    go(path) {
      for (let length = path.length; length > 0; length -= 1) {
        const id = ids.get(key(path.slice(0, length)));
        const element = id === undefined ? null : document.getElementById(id);
        if (!element) continue;
        openAround(element);
        const target = element.matches('input, textarea, select, button, [contenteditable="true"]') ? element : element.querySelector<HTMLElement>('input, textarea, select, button');
        (target ?? element).focus();
        element.scrollIntoView({ block: 'center' });
        return;
      }
    },
  };
}

function key(path: readonly PropertyKey[]): string {
  return path.map(String).join('\0');
}

/** Presses the buttons that open a folded section and a folded item of a list. */
function openAround(element: HTMLElement): void {
  for (let at: HTMLElement | null = element; at; at = at.parentElement) {
    if (at.hidden) dividerBefore(at)?.querySelector<HTMLElement>('button[aria-expanded="false"]')?.click();
    const bar = at.querySelector<HTMLElement>(':scope > [data-testid^="styled-list-item-top-bar"]');
    if (bar && element.offsetParent === null) bar.querySelector('button')?.click();
  }
}

function dividerBefore(element: HTMLElement): HTMLElement | undefined {
  for (let at = element.previousElementSibling; at; at = at.previousElementSibling) if (at instanceof HTMLElement && at.dataset['gardenDivider'] !== undefined) return at;
  return undefined;
}
