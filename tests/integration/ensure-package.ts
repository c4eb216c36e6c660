import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Installs an npm package apart from the workspace, once, for it is too heavy to depend on. Gives the package.json from which it is
 * resolved.
 */
export function ensurePackage(name: string, version: string): string {
  const folder = fileURLToPath(new URL(`../../node_modules/.cache/runhue-${name.replaceAll(/[^a-z0-9]+/g, '-')}-${version}`, import.meta.url));
  const manifest = join(folder, 'package.json');
  const done = join(folder, 'installed');
  if (existsSync(done)) return manifest;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(manifest, '{ "private": true }\n');
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', `${name}@${version}`], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`npm could not install ${name}@${version}; its own words are above.`);
  writeFileSync(done, version);
  return manifest;
}
