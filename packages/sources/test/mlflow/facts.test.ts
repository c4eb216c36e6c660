import { createRuns } from '@runhue/core';
import { readRuns } from '@runhue/sources';
import { readMlflowFiles } from '@runhue/sources/mlflow';
import { describe, expect, it } from 'vitest';
import { fixtureFacts, fixtureFiles } from '../fixture-files.js';
import { columnsOf, seriesFacts, type SeriesFacts } from '../series-facts.js';

interface MlflowFacts {
  readonly runs: number;
  readonly metricCounts: Readonly<Record<string, number>>;
  readonly paramCounts: Readonly<Record<string, number>>;
  readonly oracleMetrics: readonly string[];
  /** By "experiment/run". */
  readonly perRun: Readonly<Record<string, Readonly<Record<string, SeriesFacts>>>>;
}

function counts(lists: readonly (readonly string[])[]): Record<string, number> {
  const found = new Map<string, number>();
  for (const list of lists) for (const name of list) found.set(name, (found.get(name) ?? 0) + 1);
  return Object.fromEntries(found);
}

describe.each(['mlflow-bilevel-rl', 'mlflow-optimizers'])('readMlflowFiles over %s', (set) => {
  const facts = fixtureFacts<MlflowFacts>(set);
  const { runs, problems } = readMlflowFiles(fixtureFiles(set));

  it('finds every run, also those without metrics', () => {
    expect(runs).toHaveLength(facts.runs);
    expect(runs.map(({ id }) => id).sort()).toEqual(Object.keys(facts.perRun).map((key) => key.split('/')[1]).sort());
    expect(problems.filter(({ code }) => code !== 'ambiguous')).toEqual([]);
  });

  it('finds every metric and param in as many runs as there are', () => {
    expect(counts(runs.map((run) => Object.keys(columnsOf(run))))).toEqual(facts.metricCounts);
    expect(counts(runs.map((run) => Object.keys(run.config ?? {}).filter((key) => key !== 'mlflow')))).toEqual(facts.paramCounts);
  });

  it('reproduces every figure of every run', () => {
    for (const [key, metrics] of Object.entries(facts.perRun)) {
      const run = runs.find(({ id }) => id === key.split('/')[1]);
      const columns = run === undefined ? {} : columnsOf(run);
      const found = facts.oracleMetrics.flatMap((metric) => (columns[metric] ? [[metric, seriesFacts(columns[metric])]] : []));
      expect(Object.fromEntries(found), key).toEqual(metrics);
    }
  });

  it('gives the same runs to readRuns, and createRuns keeps them all', async () => {
    const read = await readRuns(fixtureFiles(set));
    expect(read.runs).toEqual(runs);
    expect(createRuns(read.runs).runs).toHaveLength(facts.runs);
  });
});

it('readMlflowFiles over mlflow-optimizers says that the curves have no steps', () => {
  const { problems } = readMlflowFiles(fixtureFiles('mlflow-optimizers'));
  expect(problems).toHaveLength(5);
  for (const problem of problems) expect(problem).toMatchObject({ code: 'ambiguous', count: 4 });
});
