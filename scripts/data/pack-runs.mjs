// Reads a folder of tracker files and writes the runs as one compact file, without loss:
//   pnpm build && node scripts/data/pack-runs.mjs <folder> <file to write>
// The playground's data was made by it; apps/playground/public/data/*/PROVENANCE.md says from what.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { packRuns } from '../../packages/sources/dist/packed-runs/index.js';
import { readRuns } from '../../packages/sources/dist/index.js';

const [folder, target] = process.argv.slice(2);
if (folder === undefined || target === undefined) {
  console.error('usage: node scripts/data/pack-runs.mjs <folder with tracker files> <file to write>');
  process.exit(1);
}

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== 'facts.json' && entry.name !== 'PROVENANCE.md')
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ path: relative(resolve(folder), resolve(path)).split(sep).join('/'), bytes: new Uint8Array(readFileSync(path)) }));
const { runs, problems } = await readRuns(files);
const text = packRuns(runs);
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, text);

console.log(`${files.length} files, ${runs.length} runs, ${text.length} bytes written to ${target}`);
for (const { message } of problems) console.log(`  ${message}`);
