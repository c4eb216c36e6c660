import { duckdbSource } from '@runhue/sources/duckdb-source';
import { describeRunSource } from '../../packages/sources/test/run-source/conformance.js';
import { openDuckDb, writeRuns } from '../../packages/sources/test/run-source/sql/duckdb-project.js';

/** The data sets that are too long for `pnpm test`. */
const long = ['csv-ppo-pytorch', 'tb-rllib-atari', 'tb-rllib-pong', 'parquet', 'mlflow-bilevel-rl', '5,000 keys'];

describeRunSource(
  'duckdbSource',
  async (runs) => {
    const { connection, close } = await openDuckDb();
    await writeRuns(connection, runs);
    return { ...duckdbSource(connection, { columns: { points: { runtime: 'runtime' } } }), close: async () => close() };
  },
  { dataSets: (name) => long.includes(name), generated: 5, timeout: 120_000 },
);
