import { licenceTick } from '#garden/outputs/licence-tick.ts';
import { openDialog } from '../dialog/open-dialog.ts';

/** Asks the sender once for what only a person can say; resolves with the words agreed to, or undefined. */
export async function sendDialog(licence: string): Promise<string | undefined> {
  const agreed = `my own work, or mine to share, under ${licence}; the people in it agreed`;
  const about = document.createElement('p');
  about.textContent =
    'A keeper of the garden reads it and may ask you something before it goes on the site. You can go on changing it until then. What only the whole garden can tell, such as courses that require each other in a circle, is checked when it has arrived.';
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.required = true;
  const label = document.createElement('label');
  label.className = 'garden-tick';
  label.append(box, ` ${licenceTick(licence)}`);
  const pressed = await openDialog({
    title: 'Send it for review?',
    content: [about, label],
    actions: [
      { value: 'send', label: 'Send for review', main: true },
      { value: 'stay', label: 'Not yet' },
    ],
  });
  return pressed === 'send' ? agreed : undefined;
}
