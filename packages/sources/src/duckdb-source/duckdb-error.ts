import { RunSourceError, type RunSourceErrorCode } from '@runhue/core';
import type { SqlStatement } from '../run-source/sql/sql-statement.js';

/** What DuckDB says, as the source's error. */
export function duckDbError({ what }: SqlStatement, error: unknown): RunSourceError {
  const words = (error instanceof Error ? error.message : String(error)).trim();
  const [code, advice] = meaningOf(words);
  return new RunSourceError(code, `DuckDB could not answer ${what}: ${words.slice(0, 500)}${advice}`, { cause: error });
}

function meaningOf(words: string): readonly [RunSourceErrorCode, string] {
  if (/out of memory/i.test(words)) return ['out-of-memory', ' Ask for fewer runs or a smaller window, or raise memory_limit.'];
  if (/^INTERRUPT/i.test(words)) return ['interrupted', ' Something else interrupted the connection; give the source one of its own.'];
  if (/connection.*(closed|disconnected)|database.*(closed|invalidated)/i.test(words)) return ['unreachable', ' Open the database again.'];
  if (/TIMESTAMP/.test(words)) return ['failed', ' Times are numbers, in seconds since the epoch: make a view with epoch(…).'];
  if (/^(Catalog|Binder) Error/.test(words)) return ['failed', ' Name the tables and columns in the options `tables` and `columns`.'];
  return ['failed', ''];
}
