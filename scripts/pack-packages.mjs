import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pnpm } from './pnpm.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const packages = ['core', 'lines', 'react', 'sources'];

/**
 * Writes a tarball of each built package into a folder that holds none of them yet.
 * @returns {Record<string, string>} package name → `file:` address of its tarball
 */
export function packPackages(target) {
  mkdirSync(target, { recursive: true });
  return Object.fromEntries(
    packages.map((name) => {
      const from = join(root, 'packages', name);
      if (!existsSync(join(from, 'dist/index.js'))) throw new Error(`packages/${name}/dist is missing; run pnpm build first.`);
      const before = new Set(readdirSync(target));
      pnpm(['pack', '--pack-destination', target], from);
      const tarball = readdirSync(target).find((file) => !before.has(file));
      if (!tarball) throw new Error(`pnpm pack made no tarball of packages/${name}.`);
      return [`@runhue/${name}`, `file:${join(target, tarball)}`];
    }),
  );
}
