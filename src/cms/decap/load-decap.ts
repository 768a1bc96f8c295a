import type { Decap } from './decap.ts';

/** Loads Decap from its own folder beside the page, without starting it. */
export function loadDecap(address: string): Promise<Decap> {
  window.CMS_MANUAL_INIT = true;
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.addEventListener('load', () => (window.CMS ? resolve(window.CMS) : reject(new Error('The form did not start.'))));
    script.addEventListener('error', () => reject(new Error('The form could not be loaded.')));
    document.head.append(script);
  });
}
