import { duckdbSource } from '@runhue/sources/duckdb-source';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeRunSource } from '../../packages/sources/test/run-source/conformance.js';
import { openDuckDbWasm, writeRuns, type WasmConnection } from './duckdb-wasm-project.js';

let connection: WasmConnection;
let close = (): Promise<void> => Promise.resolve();
let schemas = 0;

beforeAll(async () => {
  const database = await openDuckDbWasm();
  ({ close } = database);
  connection = await database.connect();
});
afterAll(() => close());

describeRunSource(
  'duckdbSource over DuckDB-WASM',
  async (runs) => {
    schemas += 1;
    const schema = `project_${schemas}`;
    await writeRuns(connection, runs, schema);
    const source = duckdbSource(connection, { tables: { points: `${schema}.points`, runs: `${schema}.runs` }, columns: { points: { runtime: 'runtime' } }, fetchLimit: schemas % 2 === 0 ? 0 : 1e6 });
    return { ...source, close: async () => void (await connection.query(`DROP SCHEMA ${schema} CASCADE`)) };
  },
  { dataSets: (name) => ['lines', 'clocks', 'configs', 'configs that are not finite', 'odd names'].includes(name), generated: 2, timeout: 120_000 },
);

it('duckdbSource over DuckDB-WASM says what it is', () => {
  expect(duckdbSource(connection).abilities.name).toBe('DuckDB-WASM');
});
