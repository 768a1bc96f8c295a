import { chromium, type Browser } from 'playwright-core';
import { ensureBrowser } from '../../scripts/lib/find-browser.ts';

/** Opens real Chromium without any connection of its own to the world. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: ensureBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}
