// Compares what the readers read with the figures that an independent parser found, for data sets that are not in the repository:
//   pnpm build && RUNHUE_EXTRA_DATA=<folder of data sets> node scripts/check-data.mjs
// Every set is a folder with a facts.json beside the tracker's files. Prints a row a set; exits with 1 when a figure differs.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { createRuns, readColumn } from '../packages/core/dist/index.js';
import { readRuns } from '../packages/sources/dist/index.js';
import { expectedOf } from './data/expected-figures.mjs';

const root = process.env.RUNHUE_EXTRA_DATA;
if (root === undefined || !existsSync(root)) {
  console.error('RUNHUE_EXTRA_DATA is to name a folder of data sets (each with a facts.json); see scripts/check-data.mjs.');
  process.exit(1);
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'facts.json' && entry.name !== 'PROVENANCE.md')
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(resolve(folder), resolve(path)).split(sep).join('/'), bytes: new Uint8Array(readFileSync(path)) }));
}

/** Figures of one metric: as read, and last, lowest and highest through `readColumn`. */
function figuresOf(series, input, column) {
  const values = Array.from(input?.values ?? [], Number);
  const count = (holds) => values.filter(holds).length;
  return {
    points: values.length,
    finite: count(Number.isFinite),
    nan: count(Number.isNaN),
    posInf: count((value) => value === Infinity),
    negInf: count((value) => value === -Infinity),
    firstStep: series?.steps[0],
    lastStep: series?.steps.at(-1),
    lastRaw: column('latest'),
    min: column('min'),
    max: column('max'),
  };
}

/** Facts say nothing where no finite value was logged, and write what JSON cannot hold as text. */
function wanted(facts) {
  const lastRaw = facts.lastRaw === null ? NaN : Number(facts.lastRaw);
  const onlyInfinite = facts.finite === 0 && facts.posInf + facts.negInf > 0;
  const extreme = (value, infinite) => (value !== null ? value : onlyInfinite ? infinite : NaN);
  return {
    ...facts,
    lastRaw,
    min: extreme(facts.min, facts.negInf > 0 ? -Infinity : Infinity),
    max: extreme(facts.max, facts.posInf > 0 ? Infinity : -Infinity),
  };
}

let failed = false;
for (const set of readdirSync(root).sort()) {
  const folder = join(root, set);
  if (!existsSync(join(folder, 'facts.json'))) continue;
  const facts = JSON.parse(readFileSync(join(folder, 'facts.json'), 'utf8'));
  const files = filesOf(folder);
  const read = await readRuns(files);
  const { runs } = createRuns(read.runs);
  const { runCount, series: expectedSeries, others, checked = 0 } = expectedOf(facts, read.runs);
  const differences = [...others];
  if (runs.length !== runCount) differences.push(`${runs.length} runs, not ${runCount}`);
  let figures = checked;
  for (const { runId, metric, facts: seriesFacts } of expectedSeries) {
    const index = runs.findIndex((run) => run.id === runId);
    const run = runs[index];
    const input = read.runs.find((candidate) => String(candidate.id) === runId)?.history?.[metric];
    const got = figuresOf(run?.history.get(metric), input, (yValue) => readColumn(run === undefined ? [] : [run], `metric:${metric}`, yValue).values[0]);
    const want = wanted(seriesFacts);
    // Where steps repeat, core keeps the last value of a step; the facts count every point.
    const names = seriesFacts.stepsStrictlyIncreasing ? Object.keys(got) : ['points', 'finite', 'nan', 'posInf', 'negInf'];
    for (const name of names) {
      figures += 1;
      if (!Object.is(got[name] ?? NaN, want[name] ?? NaN) && got[name] !== want[name]) differences.push(`${runId} ${metric} ${name}: ${got[name]}, not ${want[name]}`);
    }
  }
  failed ||= differences.length > 0;
  console.log(`${set}: ${files.length} files, ${runs.length} runs, ${expectedSeries.length} series, ${figures} figures, ${differences.length} differ`);
  for (const difference of differences.slice(0, 5)) console.log(`  ${difference}`);
  for (const { message } of read.problems) console.log(`  reported: ${message.slice(0, 200)}`);
}
process.exit(failed ? 1 : 0);
