// Checks what would be published: package.json against the files (publint) and types against exports (are-the-types-wrong).
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name) => join(root, 'node_modules/.bin', name);

for (const name of ['core', 'lines', 'react', 'sources']) {
  const folder = join(root, 'packages', name);
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const untyped = Object.keys(exports).filter((entry) => typeof exports[entry] === 'string');
  console.log(`\npackages/${name}`);
  run(bin('publint'), ['--strict', '--pack', 'false', folder], root);
  const excluded = untyped.length > 0 ? ['--exclude-entrypoints', ...untyped.map((entry) => entry.slice(2))] : [];
  run(bin('attw'), ['--pack', '.', '--profile', 'esm-only', '--format', 'ascii', ...excluded], folder);
}

function run(command, words, cwd) {
  const { status } = spawnSync(command, words, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
}
