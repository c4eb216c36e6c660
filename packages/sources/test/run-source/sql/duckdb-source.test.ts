import type { RunInput, RunSource } from '@runhue/core';
import { duckdbSource, type SqlSourceOptions } from '@runhue/sources/duckdb-source';
import { describeRunSource } from '../conformance.js';
import { openDuckDb, writeRuns } from './duckdb-project.js';

async function overRuns(runs: readonly RunInput[], options: SqlSourceOptions): Promise<RunSource> {
  const { connection, close } = await openDuckDb();
  await writeRuns(connection, runs);
  const source = duckdbSource(connection, options);
  return { ...source, close: async () => close() };
}

const runtime = { points: { runtime: 'runtime' } };
const few = ['lines', 'clocks', 'metrics as x', 'configs'];

describeRunSource('duckdbSource', (runs) => overRuns(runs, { columns: runtime }), { generated: 5 });
describeRunSource('duckdbSource that lets DuckDB reduce the lines', (runs) => overRuns(runs, { columns: runtime, fetchLimit: 0 }), {
  dataSets: (name) => few.includes(name),
  generated: 5,
});
describeRunSource('duckdbSource with an order column', (runs) => overRuns(runs, { tables: { points: 'log' }, columns: { points: { runtime: 'runtime', order: 'logged' } } }), {
  dataSets: (name) => ['lines', 'clocks'].includes(name),
  generated: 3,
});
