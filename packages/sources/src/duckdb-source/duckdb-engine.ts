import type { SqlEngine } from '../run-source/sql/sql-engine.js';
import type { SqlAnswer, SqlColumn, SqlStatement } from '../run-source/sql/sql-statement.js';
import type { DuckDbChunk, DuckDbConnection } from './duckdb-connection.js';
import { duckDbDialect } from './duckdb-dialect.js';
import { duckDbError } from './duckdb-error.js';
import { createQueue } from './queue.js';

/** DuckDB within this process. */
export function duckDbEngine(connection: DuckDbConnection): SqlEngine {
  const inTurn = createQueue();
  return {
    dialect: duckDbDialect,
    run: (statement, { signal }) =>
      inTurn(signal, async () => {
        const interrupt = (): void => connection.interrupt();
        signal?.addEventListener('abort', interrupt);
        try {
          return await answerOf(connection, statement, signal);
        } catch (error) {
          signal?.throwIfAborted();
          throw duckDbError(statement, error);
        } finally {
          signal?.removeEventListener('abort', interrupt);
        }
      }),
  };
}

async function answerOf(connection: DuckDbConnection, { text, parameters, columns }: SqlStatement, signal: AbortSignal | undefined): Promise<SqlAnswer> {
  const prepared = await connection.prepare(text);
  try {
    parameters.forEach(({ type, value }, index) => {
      if (type === 'text') prepared.bindVarchar(index + 1, value);
      else if (type === 'number') prepared.bindDouble(index + 1, value);
    });
    // An interrupt before the statement runs would be lost.
    signal?.throwIfAborted();
    const result = await prepared.run();
    const chunks: DuckDbChunk[] = [];
    for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) chunks.push(chunk);
    const rowCount = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
    return { rowCount, columns: columns.map((column, at) => readColumn(chunks, column, at, rowCount)) };
  } finally {
    prepared.destroySync?.();
  }
}

function readColumn(chunks: readonly DuckDbChunk[], { type }: SqlColumn, at: number, rowCount: number): Float64Array | string[] {
  if (type === 'text') return chunks.flatMap((chunk) => chunk.getColumnValues(at).map((value) => (value === null ? '' : String(value))));
  const numbers = new Float64Array(rowCount);
  let start = 0;
  for (const chunk of chunks) {
    const vector = chunk.getColumnVector(at);
    const items: unknown = 'items' in vector ? vector.items : null;
    if (items instanceof Float64Array && items.length >= chunk.rowCount) numbers.set(items.subarray(0, chunk.rowCount), start);
    else chunk.getColumnValues(at).forEach((value, row) => (numbers[start + row] = Number(value ?? NaN)));
    start += chunk.rowCount;
  }
  return numbers;
}
