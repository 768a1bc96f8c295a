import { describeControl } from './describe-control.ts';

/** Names the parts of Decap's page that it leaves without a name, for people who hear the page. Runs again whenever something is drawn. */
export function nameParts(page: Document): void {
  let planned = false;
  const plan = () => {
    if (planned) return;
    planned = true;
    requestAnimationFrame(() => {
      planned = false;
      name(page);
    });
  };
  new MutationObserver(plan).observe(page.body, { subtree: true, childList: true });
  plan();
}

function name(page: Document): void {
  give(page, '#preview-pane', 'title', 'The page as it will look');
  give(page, '[class*="-EditorContainer"]', 'role', 'main');
  give(page, '[class*="-BackCollection"]', 'role', 'heading');
  give(page, '[class*="-BackCollection"]', 'aria-level', '1');
  give(page, '[class*="-WorkflowContainer"]', 'role', 'main');
  // The line at the top that shows how far something is loaded.
  give(page, 'body > canvas', 'aria-hidden', 'true');
  give(page, '.ReactModalPortal [role="dialog"]', 'aria-label', 'Pictures');
  // The name of each stands below it.
  give(page, '.ReactModalPortal img', 'alt', '');
  for (const item of page.querySelectorAll('[class*="-SortableListItem"]')) nameItem(item);
  for (const hint of page.querySelectorAll<HTMLElement>('[class*="-ControlHint"]')) {
    const control = page.getElementById(hint.parentElement?.querySelector('label')?.htmlFor ?? '');
    if (!control || hint.id) continue;
    hint.id = `${control.id}-hint`;
    describeControl(control, hint.id);
  }
}

/** An item of a list has two buttons with nothing but a picture in them, and a handle to move it. */
function nameItem(item: Element): void {
  const number = [...(item.parentElement?.children ?? [])].indexOf(item) + 1;
  const bar = item.querySelector('[class*="-StyledListItemTopBar"]');
  const buttons = bar?.querySelectorAll('button') ?? [];
  const names = new Map<Element | null | undefined, string>([
    [bar?.querySelector('[aria-roledescription="sortable"]'), `Move item ${number}`],
    [buttons.length > 1 ? buttons[0] : undefined, `Fold or unfold item ${number}`],
    [[...buttons].at(-1), `Take item ${number} away`],
  ]);
  for (const [part, words] of names) if (part && part.getAttribute('aria-label') !== words) part.setAttribute('aria-label', words);
}

function give(page: Document, selector: string, attribute: string, value: string): void {
  for (const element of page.querySelectorAll(selector)) if (!element.hasAttribute(attribute)) element.setAttribute(attribute, value);
}
