// Writes a generated project as Parquet and says where. `node apps/bench/scale/generate.mjs --size 20m`, or `--runs 500 --points 2000 --folder /path`.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { generateProject, sizes } from './generate-project.mjs';

const { values: flags } = parseArgs({
  options: { size: { type: 'string', default: 'small' }, runs: { type: 'string' }, points: { type: 'string' }, folder: { type: 'string' } },
});
const size = sizes[flags.size];
if (size === undefined) throw new Error(`--size "${flags.size}" is none of ${Object.keys(sizes).join(', ')}; or give --runs and --points.`);
const runs = Number(flags.runs ?? size.runs);
const points = Number(flags.points ?? size.points);
const folder = flags.folder ?? join(fileURLToPath(new URL('../../../node_modules/.cache/runhue-scale', import.meta.url)), `${runs}x${points}`);
const made = await generateProject({ folder, runs, points, log: console.log });
const words = [`${made.runs.toLocaleString('en-US')} runs`, `${made.points.toLocaleString('en-US')} points`, `${(made.bytes / 1e6).toFixed(1)} MB`];
console.log(`${made.folder}: ${words.join(', ')}${made.seconds === null ? ', there already' : `, made in ${made.seconds.toFixed(1)} s`}`);
