import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createRequire } from 'node:module';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Whether Chromium's sandbox must be off: it refuses to start as root otherwise. */
export const launchArguments = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/**
 * A Chromium that is there already: RUNHUE_CHROMIUM, one on the PATH, or Playwright's own. Null when there is none.
 * @returns {{ path: string, origin: string } | null}
 */
export function findChromium() {
  const named = process.env.RUNHUE_CHROMIUM;
  if (named) {
    if (existsSync(named)) return { path: named, origin: 'RUNHUE_CHROMIUM' };
    throw new Error(`RUNHUE_CHROMIUM is "${named}", but there is no such file. Name an existing Chromium or unset it.`);
  }
  return onPath() ?? ofPlaywright();
}

/**
 * Finds a Chromium or gets one: on Debian and its kin as root the distribution's package, else Playwright's download. Says what it does.
 * @returns {string} its path
 */
export function ensureChromium() {
  const found = findChromium() ?? fromDistribution() ?? fromPlaywright();
  if (!found) {
    throw new Error('No Chromium found and none could be installed. Install Chromium and name it in RUNHUE_CHROMIUM=/path/to/chromium.');
  }
  console.log(`Chromium: ${found.path} (${found.origin})`);
  return found.path;
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const name of names) {
    const path = folders.map((folder) => join(folder, name)).find((candidate) => existsSync(candidate));
    if (path) return { path, origin: 'already on this machine' };
  }
  return null;
}

function ofPlaywright() {
  const path = playwright().chromium.executablePath();
  return path && existsSync(path) ? { path, origin: "Playwright's own" } : null;
}

function fromDistribution() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return null;
  console.log('No Chromium here; installing the distribution\'s: apt-get install chromium');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...words) => spawnSync('apt-get', words, { stdio: ['ignore', 'inherit', 'inherit'], env: environment }).status === 0;
  if (!run('update') || !run('install', '-y', '--no-install-recommends', 'chromium')) {
    console.log('apt-get could not install chromium.');
    return null;
  }
  return onPath();
}

function fromPlaywright() {
  console.log("No Chromium here; downloading Playwright's own: playwright install chromium");
  const cli = join(createRequire(import.meta.url).resolve('playwright/package.json'), '..', 'cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 'inherit', 'inherit'] });
  return ofPlaywright();
}

function playwright() {
  return createRequire(import.meta.url)('playwright');
}
