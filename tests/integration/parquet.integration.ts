import type { SeriesInput } from '@runhue/core';
import { readRuns } from '@runhue/sources';
import { afterAll, expect, it } from 'vitest';
import { filesBelow, runScript, temporaryFolder } from './python-process.js';

const { folder, remove } = temporaryFolder();

afterAll(remove);

it('readRuns over Parquet files that pandas and Arrow wrote gives every point, with its clock', async () => {
  await runScript('parquet_files.py', [], { folder });
  const { runs, problems } = await readRuns(filesBelow(folder));
  expect(problems).toEqual([]);
  expect(runs.map(({ name }) => name).sort()).toEqual(['arrow-small-pages', 'arrow-v2', 'pandas']);
  const logged = Array.from({ length: 50_000 }, (_, step) => step).filter((step) => step % 7 !== 0);
  for (const run of runs) {
    const { loss } = run.history as Readonly<Record<string, SeriesInput>>;
    expect(loss?.steps, run.name).toEqual(Float64Array.from(logged));
    expect(Array.from(loss!.values, Number).every((value, index) => Math.abs(value - Math.sin(logged[index]!)) < 1e-12), run.name).toBe(true);
    expect(loss?.wallTimes?.[0]).toBe(1_700_000_001);
    expect(run.config?.optimizer).toBe('adam');
  }
});
