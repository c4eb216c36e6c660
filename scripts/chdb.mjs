import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const version = '3.4.0';
const cache = fileURLToPath(new URL(`../node_modules/.cache/runhue-chdb-${version}`, import.meta.url));

/**
 * The folder of npm's chdb, ClickHouse as a library: the one that RUNHUE_CHDB names, or the one in the cache. Null when there is none.
 * It weighs 550 MB, so it is no dependency.
 * @returns {string | null}
 */
export function findChdb() {
  const named = process.env.RUNHUE_CHDB;
  if (named && !existsSync(join(named, 'package.json'))) {
    throw new Error(`RUNHUE_CHDB is "${named}", but there is no chdb. Name the folder node_modules/chdb of an installation, or unset it.`);
  }
  if (named) return named;
  const folder = join(cache, 'node_modules/chdb');
  return existsSync(join(cache, 'installed')) ? folder : null;
}

/**
 * Finds chdb or installs it with npm into node_modules/.cache, apart from the workspace. Null when it cannot be: npm's own words are printed.
 * @returns {string | null}
 */
export function ensureChdb() {
  const found = findChdb();
  if (found !== null) return found;
  if (process.platform === 'win32') {
    console.log('There is no chdb for Windows.');
    return null;
  }
  console.log(`Installing chdb ${version} (ClickHouse as a library, 550 MB, once) …`);
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
  const words = ['install', '--no-audit', '--no-fund', '--ignore-scripts', `chdb@${version}`];
  if (spawnSync('npm', words, { cwd: cache, stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0) return null;
  writeFileSync(join(cache, 'installed'), version);
  return findChdb();
}

/** chdb itself; null when it cannot be had. */
export function loadChdb() {
  const folder = ensureChdb();
  return folder === null ? null : createRequire(import.meta.url)(folder);
}
