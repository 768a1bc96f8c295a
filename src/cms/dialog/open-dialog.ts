/** A button of a dialog. */
export interface DialogAction<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** `main` is what most people want; it is the one that Enter presses. */
  readonly main?: boolean;
  /** Whether it can be pressed with fields that are not filled as they should be. */
  readonly anyway?: boolean;
}

/** What a dialog shows. */
export interface DialogParts<Value extends string> {
  readonly title: string;
  /** Form controls and words; controls may use `required` and the like. */
  readonly content: readonly Node[];
  readonly actions: readonly DialogAction<Value>[];
  /** For content that needs the whole window, such as two texts side by side. */
  readonly wide?: boolean;
}

/** Opens a modal dialog and resolves with the button that was pressed, or undefined when it was closed by Escape.
 *  The focus goes to the first control inside and back to where it was. */
export function openDialog<Value extends string>({ title, content, actions, wide = false }: DialogParts<Value>): Promise<Value | undefined> {
  const dialog = document.createElement('dialog');
  const heading = document.createElement('h2');
  const form = document.createElement('form');
  const buttons = document.createElement('div');
  dialog.className = wide ? 'garden-dialog garden-dialog-wide' : 'garden-dialog';
  heading.id = `garden-dialog-${crypto.randomUUID()}`;
  heading.textContent = title;
  dialog.setAttribute('aria-labelledby', heading.id);
  form.method = 'dialog';
  buttons.className = 'garden-dialog-actions';
  // Enter presses the first submit button of a form, so the main one comes first in the document and last on the screen.
  for (const action of [...actions].sort((a, b) => Number(b.main ?? false) - Number(a.main ?? false))) {
    const button = document.createElement('button');
    button.type = 'submit';
    button.value = action.value;
    button.textContent = action.label;
    button.formNoValidate = action.anyway ?? !action.main;
    if (action.main) button.className = 'garden-main';
    buttons.append(button);
  }
  form.append(heading, ...content, buttons);
  dialog.append(form);
  document.body.append(dialog);
  const before = document.activeElement;
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      resolve(actions.find((action) => action.value === dialog.returnValue)?.value);
    });
    dialog.showModal();
  });
}
