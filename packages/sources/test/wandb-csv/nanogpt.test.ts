import { readFileSync } from 'node:fs';
import type { RunInput, SeriesInput } from '@runhue/core';
import { readRuns, type SourceFile } from '@runhue/sources';
import { describe, expect, it } from 'vitest';
import { expectColumnFacts, type JsonFacts } from '../column-facts.js';
import { fixtureFiles } from '../fixture-files.js';
import { columnsOf } from '../series-facts.js';
import { textFile } from '../text-file.js';

const data = new URL('../../../../apps/playground/public/data/wandb-nanogpt-ablations/', import.meta.url);
const facts = JSON.parse(readFileSync(new URL('facts.json', data), 'utf8')) as { history: { [file: string]: { [metric: string]: JsonFacts } } };
const fixtures = fixtureFiles('wandb-nanogpt-ablations');
const table = fixtures.filter((file) => file.path.endsWith('wandb_export.csv'));
const sourceHistories = fixtures.filter((file) => file.path.endsWith('_history.csv'));

/** A run of the playground's data as `run.history()` had it. */
function historyFile(run: RunInput): SourceFile {
  const columns = columnsOf(run);
  const rows = new Map<number, Map<string, string>>();
  const put = (metric: string, { steps, values, wallTimes, runtimes }: SeriesInput): void => {
    for (let i = 0; i < steps.length; i++) {
      const step = Number(steps[i]);
      const row = rows.get(step) ?? new Map([['_step', `${step}`], ['_timestamp', `${wallTimes?.[i]}`], ['_runtime', `${runtimes?.[i]}`]]);
      rows.set(step, row.set(metric, `${values[i]}`));
    }
  };
  for (const [metric, series] of Object.entries(columns)) put(metric, series);
  const header = ['_runtime', ...Object.keys(columns), '_step', '_timestamp'];
  return textFile(`history/${run.name}_${run.id}_history.csv`, [
    header.join(','),
    ...[...rows.values()].map((row) => header.map((name) => row.get(name) ?? '').join(',')),
  ]);
}

describe('readRuns on a W&B run table and run.history() files', () => {
  it('joins 64 rows with 64 histories by name and equal final values, and gives the figures of every run', async () => {
    const packed = await readRuns([{ path: 'runs.json', bytes: new Uint8Array(readFileSync(new URL('runs.json', data))) }]);
    const { runs, problems } = await readRuns([...table, ...packed.runs.map(historyFile)]);
    expect(problems).toEqual([]);
    expect(runs.filter((run) => run.config?.['seed'] === undefined)).toEqual([]);
    expect(runs.map(({ id, config, startTime }) => ({ id, config, startTime })).sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
      packed.runs.map(({ id, config, startTime }) => ({ id, config, startTime })).sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
    for (const metric of ['val/loss', 'train/step_loss']) {
      const byRun = Object.entries(facts.history).map(([file, metrics]): [string, JsonFacts] => [file.slice(-20, -12), metrics[metric] as JsonFacts]);
      expectColumnFacts(runs, metric, new Map(byRun));
    }
  });

  it('reads the files as W&B wrote them: columns in any order, empty cells, values that the table rounds', async () => {
    const { runs, problems } = await readRuns([...table, ...sourceHistories]);
    const joined = runs.filter((run) => Object.keys(run.history ?? {}).length > 0);
    expect(joined.map((run) => [run.id, run.name, run.config?.['n_head'], run.config?.['val/loss']])).toEqual([
      ['et6cq3h8', 'A1_no_pos_encoding', 6, undefined],
      ['iqwui6xz', 'C1_1_head', 1, undefined],
      ['y8iliv7w', 'C1_1_head', 1, undefined],
      ['cpc0g0we', 'baseline', 6, undefined],
    ]);
    expect(runs).toHaveLength(64);
    expect(problems.map(({ code, key, count }) => ({ code, key, count }))).toEqual([
      { code: 'ambiguous', key: undefined, count: 44 },
      { code: 'invalid-value', key: 'Sample Generation', count: 4 },
    ]);
    for (const metric of ['val/loss', 'train/step_loss']) {
      const known = Object.entries(facts.history).filter(([file]) => sourceHistories.some(({ path }) => path.endsWith(file)));
      expectColumnFacts(joined, metric, new Map(known.map(([file, metrics]) => [file.slice(-20, -12), metrics[metric] as JsonFacts])));
    }
  });
});
