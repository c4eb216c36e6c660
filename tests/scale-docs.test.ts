import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { duckdbSource } from '@runhue/sources/duckdb-source';
import { afterAll, expect, it } from 'vitest';
import { runDuckDbDocs } from '../apps/bench/scale/docs-sql.mjs';
import { generateProject, sizes } from '../apps/bench/scale/generate-project.mjs';
import { summaryOptions } from '../apps/bench/scale/summary-options.mjs';

const folder = mkdtempSync(join(tmpdir(), 'runhue-scale-docs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the SQL of docs/scale for DuckDB runs, and its summary table gives the keys, columns and extents that the points give', async () => {
  const project = await generateProject({ folder: join(folder, 'project'), ...sizes.tiny });
  const connection = await runDuckDbDocs(project.folder, folder);
  const [plain, summed] = [duckdbSource(connection), duckdbSource(connection, summaryOptions(true))];
  const keys = await plain.keys({});
  expect(keys.total).toBeGreaterThan(10);
  expect(await summed.keys({})).toEqual(keys);
  for (const { id } of keys.entries) {
    for (const yValue of ['latest', 'min', 'max'] as const) {
      expect((await summed.column({ keyId: id, yValue })).column).toEqual((await plain.column({ keyId: id, yValue })).column);
    }
  }
  for (const metric of ['train/loss', 'train/grad_norm', 'val/acc', 'none']) {
    expect(await summed.extent({ metric, xAxis: 'Step' })).toEqual(await plain.extent({ metric, xAxis: 'Step' }));
  }
});

it('generateProject writes the same project twice', async () => {
  const [first, second] = await Promise.all(['a', 'b'].map((name) => generateProject({ folder: join(folder, name), runs: 20, points: 500 })));
  expect(second?.points).toBe(first?.points);
  expect(second?.bytes).toBe(first?.bytes);
});
