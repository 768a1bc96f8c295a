/**
 * The script of the last page: hands the answer to the form that opened the window, and to nobody else.
 *
 * Decap waits for a greeting, sends the same words back, and then takes the answer. The greeting holds nothing. The answer goes
 * only to a window that is the opener, sent the greeting back from an allowed origin, and is still at that origin when it arrives.
 */
export const HANDSHAKE_SCRIPT = `
const holder = document.getElementById('answer');
const { origins, message } = JSON.parse(holder.textContent);
holder.remove();
history.replaceState(null, '', '/callback');
const form = window.opener;
const say = (id) => {
  for (const line of document.querySelectorAll('[data-state]')) line.hidden = line.id !== id;
};
if (form) {
  const waiting = setTimeout(() => say('unanswered'), 20000);
  const greeting = 'authorizing:github';
  addEventListener('message', function answer(event) {
    if (event.source !== form || event.data !== greeting || !origins.includes(event.origin)) return;
    removeEventListener('message', answer);
    clearTimeout(waiting);
    form.postMessage(message, event.origin);
    say('done');
    close();
  });
  for (const origin of origins) form.postMessage(greeting, origin);
} else {
  say('alone');
}
`;
