import { readRuns } from '@runhue/sources';
import { readEventFiles } from '@runhue/sources/tensorboard';
import { describe, expect, it } from 'vitest';
import { fixtureFacts, fixtureFiles } from '../fixture-files.js';
import { columnsOf, seriesFacts, type SeriesFacts } from '../series-facts.js';

interface TensorBoardFacts {
  readonly runs: number;
  readonly eventFiles: number;
  readonly tags: Readonly<Record<string, number>>;
  readonly perRun: Readonly<
    Record<string, { files: number; scalarTags: number; scalarPoints: number; metrics: Readonly<Record<string, SeriesFacts>> }>
  >;
}

describe.each(['tb-rllib-atari', 'tb-rllib-pong'])('readEventFiles over %s', (set) => {
  const facts = fixtureFacts<TensorBoardFacts>(set);
  const files = fixtureFiles(set).filter(({ path }) => path.includes('.tfevents.'));
  const { runs, problems } = readEventFiles(files);

  it('finds every run, under its folder, and reports nothing', () => {
    expect(problems).toEqual([]);
    expect(files).toHaveLength(facts.eventFiles);
    expect(runs).toHaveLength(facts.runs);
    expect(runs.map(({ id, name }) => [id, name])).toEqual(Object.keys(facts.perRun).sort().map((name) => [`${set}/${name}`, name]));
  });

  it('finds every tag in as many runs as there are', () => {
    const counts = new Map<string, number>();
    for (const run of runs) for (const tag of Object.keys(columnsOf(run))) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual(facts.tags);
  });

  it('reproduces every figure of every run', () => {
    for (const run of runs) {
      const runFacts = facts.perRun[run.name ?? ''];
      const columns = columnsOf(run);
      expect(Object.keys(columns)).toHaveLength(runFacts?.scalarTags ?? -1);
      expect(Object.values(columns).reduce((sum, { values }) => sum + values.length, 0)).toBe(runFacts?.scalarPoints);
      for (const [metric, figures] of Object.entries(runFacts?.metrics ?? {})) {
        expect(columns[metric] && seriesFacts(columns[metric]), `${run.id} ${metric}`).toEqual(figures);
      }
    }
  });

  it('gives the same histories to readRuns', async () => {
    const read = await readRuns(fixtureFiles(set));
    for (const run of runs) {
      const same = read.runs.find(({ id }) => id === run.id);
      expect(same && columnsOf(same)).toMatchObject(columnsOf(run));
    }
  });
});
