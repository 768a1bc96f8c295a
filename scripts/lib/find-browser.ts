import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where each system keeps Chrome, Chromium or Edge. */
const PLACES: Record<string, readonly string[]> = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/snap/bin/chromium', '/usr/bin/microsoft-edge'],
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** The path of an installed browser, or undefined. */
export function findBrowser(): string | undefined {
  const given = process.env['CHROMIUM_PATH'];
  return [...(given ? [given] : []), ...(PLACES[process.platform] ?? [])].find((place) => existsSync(place));
}

/** Finds a browser, or installs Debian's where that is allowed. Throws one sentence with the command to run when it cannot. */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  const debian = process.platform === 'linux' && existsSync('/usr/bin/apt-get');
  const root = process.getuid?.() === 0;
  const sudo = !root && debian && quiet('sudo', ['-n', 'true']);
  if (debian && (root || sudo)) {
    console.log('No browser found: installing Chromium from Debian for the browser tests.');
    const run = (...args: string[]) =>
      execFileSync(root ? 'apt-get' : 'sudo', root ? args : ['-n', 'apt-get', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    run('update');
    run('install', '-y', '--no-install-recommends', 'chromium');
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error(`The browser tests need Chromium. Run "${debian ? 'sudo apt-get install -y chromium' : 'install Chrome or Chromium'}", or set CHROMIUM_PATH to ${path.join('…', 'chromium')}.`);
}

function quiet(command: string, args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
