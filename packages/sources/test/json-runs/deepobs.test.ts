import { readFileSync } from 'node:fs';
import type { RunInput } from '@runhue/core';
import { readRuns, type SourceFile } from '@runhue/sources';
import { describe, expect, it } from 'vitest';
import { expectColumnFacts, type JsonFacts } from '../column-facts.js';
import { fixtureFiles } from '../fixture-files.js';
import { columnsOf } from '../series-facts.js';
import { textFile } from '../text-file.js';

const data = new URL('../../../../apps/playground/public/data/sweep-deepobs-quadratic/', import.meta.url);
const facts = JSON.parse(readFileSync(new URL('facts.json', data), 'utf8')) as { perRun: { [file: string]: { metrics: { [metric: string]: JsonFacts } } } };
const metrics = ['train_losses', 'test_losses', 'minibatch_train_losses'];

/** A run of the playground's data as DeepOBS wrote it: with bare NaN and Infinity. */
function deepObsFile(run: RunInput): SourceFile {
  const lists = Object.entries(columnsOf(run)).map(([metric, { values }]) => `"${metric}": [${Array.from(values).join(', ')}]`);
  return textFile(`${run.id}.json`, `{${lists.join(', ')}, ${JSON.stringify(run.config).slice(1)}`);
}

describe('readRuns on DeepOBS runs', () => {
  it('gives last, lowest and highest value, points, NaN and infinities of all three metrics of 135 runs', async () => {
    const packed = await readRuns([{ path: 'runs.json', bytes: new Uint8Array(readFileSync(new URL('runs.json', data))) }]);
    const { runs, problems } = await readRuns(packed.runs.map(deepObsFile));
    expect(problems).toEqual([]);
    expect(runs).toHaveLength(135);
    for (const metric of metrics) {
      expectColumnFacts(runs, metric, new Map(Object.entries(facts.perRun).map(([file, run]) => [file.replace('.json', ''), run.metrics[metric] as JsonFacts])));
    }
  });

  it('reads the files as DeepOBS wrote them, and names runs by optimizer, learning rate and seed', async () => {
    const files = fixtureFiles('sweep-deepobs-quadratic').map(({ path, bytes }) => ({ path: path.replace('sweep-deepobs-quadratic/', ''), bytes }));
    const { runs, problems } = await readRuns(files);
    expect(problems).toEqual([]);
    expect(runs.map((run) => run.name)).toEqual(['Adam lr 1.58 seed 42', 'GradientDescent lr 0.0398 seed 42', 'Momentum lr 0.1 seed 42']);
    for (const metric of metrics) {
      expectColumnFacts(runs, metric, new Map(files.map(({ path }) => [path.replace('.json', ''), facts.perRun[path]?.metrics[metric] as JsonFacts])));
    }
  });

  it('takes a learning rate schedule as config, though it is a list of numbers', async () => {
    const { runs } = await readRuns([textFile('a.json', '{"train_losses": [2, NaN, -Infinity], "lr_sched_epochs": [10, 20], "hyperparams": {"momentum": 0.9}}')]);
    expect(columnsOf(runs[0] ?? { id: '' })).toEqual({ train_losses: { steps: Float64Array.of(0, 1, 2), values: [2, NaN, -Infinity] } });
    expect(runs[0]?.config).toMatchObject({ lr_sched_epochs: [10, 20], hyperparams: { momentum: 0.9 } });
  });
});

describe('readRuns on JSON that is broken', () => {
  it.each([
    ['a list that is not closed', '{"loss": [1, 2', /"a.json": "," or "\]" was expected at line 1, column 15/],
    ['a token that is no value', '{"loss": [1, oops]}', /A value was expected at line 1, column 14/],
    ['nesting without end', `{"loss": [1], "config": ${'['.repeat(100_000)}`, /nested deeper than 64 levels/],
    ['text behind the value', '{"loss": [1]} more', /Text follows the value/],
  ])('reports %s with file and place', async (_, text, message) => {
    const { runs, problems } = await readRuns([textFile('a.json', text), textFile('b.json', '{"loss": [1]}')]);
    expect(runs.map((run) => run.id)).toEqual(['b']);
    expect(problems).toMatchObject([{ code: 'unreadable', message: expect.stringMatching(message) as string }]);
  });

  it('keeps keys named __proto__ as data', async () => {
    const { runs } = await readRuns([textFile('a.json', '{"loss": [1], "__proto__": {"polluted": true}, "constructor": 1}')]);
    expect(Object.keys(runs[0]?.config ?? {})).toEqual(['__proto__', 'constructor']);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});
