import type { RunInput, RunSource } from '@runhue/core';
import { duckdbSource, type DuckDbSourceOptions } from '@runhue/sources/duckdb-source';
import { describeRunSource } from '../conformance.js';
import { hostileDataSets } from '../hostile-runs.js';
import { openDuckDb, writeRuns, writeSummary } from './duckdb-project.js';

async function overRuns(runs: readonly RunInput[], options: DuckDbSourceOptions): Promise<RunSource> {
  const { connection, close } = await openDuckDb();
  await writeRuns(connection, runs);
  if (options.tables?.summary === 'summary') await writeSummary(connection);
  const source = duckdbSource(connection, options);
  return { ...source, close: async () => close() };
}

const runtime = { points: { runtime: 'runtime' } };
const clocks = {
  wallTime: 'wall_time',
  wallTimeStep: 'wall_time_step',
  minWallTime: 'min_wall_time',
  maxWallTime: 'max_wall_time',
  runtime: 'runtime',
  runtimeStep: 'runtime_step',
  minRuntime: 'min_runtime',
  maxRuntime: 'max_runtime',
};

/** The others are tried by `pnpm test:integration`. */
const logged = ['wandb-nanogpt-ablations', 'mlflow-optimizers'];
const isHostile = (name: string): boolean => hostileDataSets.some((set) => set.name === name) && name !== '5,000 keys';

describeRunSource('duckdbSource', (runs) => overRuns(runs, { columns: runtime }), { dataSets: (name) => logged.includes(name) || isHostile(name), generated: 3 });

describeRunSource('duckdbSource that lets DuckDB reduce the lines', (runs) => overRuns(runs, { columns: runtime, fetchLimit: 0 }), {
  dataSets: (name) => ['lines', 'clocks', 'metrics as x'].includes(name),
  generated: 2,
});

describeRunSource('duckdbSource over points that replace earlier ones', (runs) => overRuns(runs, { tables: { points: 'log' }, columns: { points: { runtime: 'runtime', order: 'logged' } } }), {
  dataSets: (name) => name === 'clocks',
  generated: 2,
});

describeRunSource('duckdbSource with a summary table', (runs) => overRuns(runs, { tables: { summary: 'summary' }, columns: { ...runtime, summary: clocks } }), {
  dataSets: (name) => ['clocks', 'lines'].includes(name),
  generated: 3,
});
