import type { Locator, Page } from 'playwright-core';

/** The form as a person uses it: by the labels and buttons that they see. */
export interface FormDriver {
  readonly page: Page;
  open(kind: string, id: string): Promise<void>;
  openNew(kind: string, query?: string): Promise<void>;
  /** The control with a label, inside `scope` when given. */
  field(label: string | RegExp, scope?: Locator): Promise<Locator>;
  /** Replaces what stands in a text field. */
  fill(label: string | RegExp, text: string, scope?: Locator): Promise<void>;
  /** Chooses an option of a list of choices. */
  choose(label: string | RegExp, option: string, scope?: Locator): Promise<void>;
  /** Picks an entry of the garden by typing part of its title. */
  pick(label: string | RegExp, words: string, scope?: Locator): Promise<void>;
  /** Adds an item to a list and gives it, opened. */
  add(label: string | RegExp): Promise<Locator>;
  /** Opens a folded group of fields and gives it. */
  expand(label: string | RegExp): Promise<Locator>;
  /** Opens a folded section of the form. */
  unfold(label: string): Promise<void>;
  /** The text of the page, as the editor shows it. */
  readonly text: Locator;
  /** Types at the end of the text. */
  typeAtEnd(text: string): Promise<void>;
  status(): Promise<string>;
  /** Presses Save and waits until the form says that it is stored. */
  save(): Promise<void>;
  /** Presses Save when something is wrong, and gives what the list says. */
  saveAndRead(): Promise<string[]>;
  /** Presses Send for review, agrees, and waits. */
  send(): Promise<void>;
  /** Moves a stored draft on by Decap's own menu. */
  setStatus(status: 'Draft' | 'In review' | 'Ready'): Promise<void>;
  publish(): Promise<void>;
}

const LATER = 20_000;

/** Drives the form at `url`, the address of the site. Questions of the browser are answered with yes, unless `agrees` says no. */
export function formDriver(page: Page, url: string, agrees: (question: string) => boolean = () => true): FormDriver {
  page.on('dialog', (dialog) => void (agrees(dialog.message()) ? dialog.accept() : dialog.dismiss()));
  const bar = page.locator('#garden-bar');
  const text = page.locator('.cm-content');
  const ready = async () => {
    await bar.waitFor({ state: 'visible', timeout: LATER });
    await text.waitFor({ timeout: LATER });
  };
  /** Leaves the form: a change of the hash alone would keep the entry that is open. After a save the form may load its page anew, which overtakes this once. */
  const leave = async () => {
    await page.goto('about:blank').catch(async (error: unknown) => {
      if (!String(error).includes('interrupted by another navigation')) throw error;
      await page.waitForLoadState();
      await page.goto('about:blank');
    });
  };
  const field: FormDriver['field'] = async (label, scope) => {
    const name = typeof label === 'string' ? new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?: \\(optional\\))?\\s*$`) : label;
    const id = await (scope ?? page.locator('#nc-root')).locator('label[for]').filter({ hasText: name }).first().getAttribute('for', { timeout: LATER });
    return page.locator(`[id="${id}"]`);
  };
  const driver: FormDriver = {
    page,
    text,
    field,
    async open(kind, id) {
      await leave();
      await page.goto(`${url}admin/#/collections/${kind}/entries/${id}`);
      await ready();
    },
    async openNew(kind, query = '') {
      await leave();
      await page.goto(`${url}admin/${query}#/collections/${kind}/new`);
      await ready();
    },
    async fill(label, words, scope) {
      const control = await field(label, scope);
      await control.click();
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Delete');
      await page.keyboard.insertText(words);
    },
    async choose(label, option, scope) {
      const control = await field(label, scope);
      await control.click();
      await page.getByRole('option', { name: option, exact: true }).first().click();
    },
    async pick(label, words, scope) {
      const control = await field(label, scope);
      await control.click();
      await page.keyboard.insertText(words);
      await page.getByRole('option').first().waitFor({ timeout: LATER });
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    },
    async add(label) {
      const list = await field(label);
      await list.getByRole('button', { name: /^Add/ }).first().click();
      const item = list.locator('[data-testid^="object-control-"], [class*="-SortableListItem"], [class*="-listControlItem"]').last();
      await item.waitFor({ state: 'attached', timeout: LATER });
      return item;
    },
    async expand(label) {
      const group = await field(label);
      const button = group.locator('button[data-testid="expand-button"]').first();
      if (!(await group.locator('label[for]').first().isVisible())) await button.click();
      return group;
    },
    async unfold(label) {
      const button = page.locator('.garden-fold-button', { hasText: label });
      if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
    },
    async typeAtEnd(words) {
      await text.click();
      await page.keyboard.press('Control+End');
      await page.keyboard.insertText(words);
    },
    status: async () => (await bar.locator('[role="status"]').textContent()) ?? '',
    async save() {
      await bar.getByRole('button', { name: 'Save', exact: true }).click();
      await bar.locator('[role="status"]', { hasText: /^(?:Saved, but not sent yet|Sent for review|Ready to go)/ }).waitFor({ timeout: LATER });
    },
    async saveAndRead() {
      await bar.getByRole('button', { name: 'Save', exact: true }).click();
      await bar.locator('li').first().waitFor({ timeout: LATER });
      return bar.locator('li').allTextContents();
    },
    async send() {
      // A page that is not new is read again once it is sent, so that Decap's own buttons know of it.
      const again = /\/new(?:$|\?)/.test(page.url()) ? undefined : page.waitForEvent('load', { timeout: 2 * LATER });
      again?.catch(() => undefined);
      await bar.getByRole('button', { name: 'Send for review' }).click();
      const dialog = page.locator('dialog[open]');
      await dialog.getByRole('checkbox').check();
      await dialog.getByRole('button', { name: 'Send for review' }).click();
      const sent = bar.locator('[role="status"]', { hasText: /^Sent for review/ });
      await sent.waitFor({ timeout: LATER });
      await again;
      await sent.waitFor({ timeout: LATER });
    },
    async setStatus(status) {
      await page.locator('[class*="-StatusButton"]').click();
      await page.getByRole('menuitem', { name: status, exact: true }).click();
      await page.locator('[class*="-StatusButton"]', { hasText: status }).waitFor({ timeout: LATER });
    },
    async publish() {
      await page.locator('[class*="-PublishButton"]').click();
      await page.getByRole('menuitem', { name: /Publish now/ }).click();
      await bar.locator('[role="status"]', { hasText: /^This is what the site shows/ }).waitFor({ timeout: LATER });
    },
  };
  return driver;
}
