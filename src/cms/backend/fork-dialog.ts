import { openDialog } from '../dialog/open-dialog.ts';

/** Asks before GitHub makes a copy of the garden for somebody who writes here for the first time; rejects when they would rather not. */
export async function forkDialog(): Promise<void> {
  const about = document.createElement('p');
  about.textContent = 'GitHub keeps what you write in a copy of the garden under your own name. Nothing goes from there to the garden until you press "Send for review".';
  const pressed = await openDialog({
    title: 'Make your copy?',
    content: [about],
    actions: [
      { value: 'make', label: 'Make my copy', main: true },
      { value: 'stop', label: 'Not now' },
    ],
  });
  if (pressed !== 'make') throw new Error('No copy was made, and nothing was changed.');
}
