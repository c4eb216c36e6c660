import type { SqlEngine } from '../run-source/sql/sql-engine.js';
import type { SqlAnswer, SqlStatement } from '../run-source/sql/sql-statement.js';
import { duckDbDialect } from './duckdb-dialect.js';
import { duckDbError } from './duckdb-error.js';
import type { DuckDbWasmConnection } from './duckdb-wasm-connection.js';
import { createQueue } from './queue.js';

/**
 * DuckDB-WASM 1.30 and later. An aborted question is given up at once, but the engine works it out to its end before the next. Configs are
 * read here, for DuckDB-WASM loads its JSON functions from the network.
 */
export function duckDbWasmEngine(connection: DuckDbWasmConnection): SqlEngine {
  const inTurn = createQueue();
  return {
    dialect: { ...duckDbDialect, name: 'DuckDB-WASM', json: null },
    run: (statement, { signal }) =>
      inTurn(signal, async () => {
        try {
          return await answerOf(connection, statement);
        } catch (error) {
          throw duckDbError(statement, error);
        }
      }),
  };
}

async function answerOf(connection: DuckDbWasmConnection, { text, parameters, columns }: SqlStatement): Promise<SqlAnswer> {
  const prepared = await connection.prepare(text);
  try {
    // Numbers as text, which DuckDB reads exactly; bound as numbers they lose digits on their way.
    const table = await prepared.query(...parameters.map(({ value }) => String(value)));
    return {
      rowCount: table.numRows,
      columns: columns.map(({ type }, at) => {
        const values = table.getChildAt(at)?.toArray() ?? [];
        return type === 'number' ? Float64Array.from(values, Number) : Array.from(values, (value) => (value === null ? '' : String(value)));
      }),
    };
  } finally {
    await prepared.close();
  }
}
