import { createRuns, type RunInput } from '@runhue/core';
import type { DuckDbWasmConnection } from '@runhue/sources/duckdb-source';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { jsonWithBareNumbers } from '../../packages/sources/test/run-source/sql/bare-json.js';
import { ensurePackage } from './ensure-package.js';

/** The part of DuckDB-WASM that is used. */
interface DuckDbWasm {
  readonly AsyncDuckDB: new (logger: object, worker: object) => AsyncDuckDb;
  readonly VoidLogger: new () => object;
}

interface AsyncDuckDb {
  instantiate(wasm: string): Promise<unknown>;
  connect(): Promise<WasmConnection>;
  terminate(): Promise<void>;
}

export interface WasmConnection extends DuckDbWasmConnection {
  query(sql: string): Promise<unknown>;
  close(): Promise<void>;
}

/** What a worker of Node lacks of a web worker. */
const asWebWorker = `
  const { parentPort, workerData } = require('node:worker_threads');
  globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
  parentPort.on('message', (data) => globalThis.onmessage({ data }));
  require(workerData);`;

const name = '@duckdb/duckdb-wasm';

/** DuckDB-WASM in a worker of Node, installed when it is not there. */
export async function openDuckDbWasm(): Promise<{ connect: () => Promise<WasmConnection>; close: () => Promise<void> }> {
  const require = createRequire(ensurePackage(name, '1.32.0'));
  const { AsyncDuckDB, VoidLogger } = require(name) as DuckDbWasm;
  const folder = dirname(require.resolve(name));
  const worker = new Worker(asWebWorker, { eval: true, workerData: join(folder, 'duckdb-node-eh.worker.cjs') });
  const database = new AsyncDuckDB(new VoidLogger(), {
    addEventListener: (type: string, listener: (event: { data: unknown }) => void) => worker.on(type === 'close' ? 'exit' : type, (data: unknown) => listener({ data })),
    removeEventListener: () => undefined,
    postMessage: (message: unknown, transfer: readonly ArrayBuffer[]) => worker.postMessage(message, transfer),
    terminate: () => worker.terminate(),
  });
  await database.instantiate(join(folder, 'duckdb-eh.wasm'));
  return { connect: () => database.connect(), close: () => database.terminate() };
}

/** Writes runs as the tables `runs` and `points` of a schema of its own. */
export async function writeRuns(connection: WasmConnection, inputs: readonly RunInput[], schema: string): Promise<void> {
  await connection.query(`CREATE SCHEMA ${schema}`);
  await connection.query(`CREATE TABLE ${schema}.runs (run_id VARCHAR, name VARCHAR, config VARCHAR, state VARCHAR, start_time DOUBLE)`);
  await connection.query(`CREATE TABLE ${schema}.points (run_id VARCHAR, key VARCHAR, step DOUBLE, wall_time DOUBLE, runtime DOUBLE, value DOUBLE)`);
  const { runs } = createRuns(inputs);
  const heads = runs.map((run) => [run.id, run.name, jsonWithBareNumbers(run.config), run.state, run.startTime]);
  const points = runs.flatMap((run) =>
    Array.from(run.history).flatMap(([key, { steps, values, wallTimes, runtimes }]) =>
      Array.from(steps, (step, i) => [run.id, key, step, wallTimes?.[i] ?? NaN, runtimes?.[i] ?? NaN, values[i] ?? NaN]),
    ),
  );
  for (const [table, rows] of [['runs', heads], ['points', points]] as const) {
    for (let start = 0; start < rows.length; start += 2_000) {
      const lines = rows.slice(start, start + 2_000).map((row) => `(${row.map(literal).join(', ')})`);
      await connection.query(`INSERT INTO ${schema}.${table} VALUES ${lines.join(', ')}`);
    }
  }
}

function literal(value: string | number | null): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return `'${value.replaceAll('\'', '\'\'')}'`;
  return Object.is(value, -0) ? 'CAST(\'-0\' AS DOUBLE)' : `CAST('${value}' AS DOUBLE)`;
}
