import type { AskOptions } from '@runhue/core';
import type { SqlDialect } from './sql-dialect.js';
import type { SqlAnswer, SqlStatement } from './sql-statement.js';

/** Something that answers SQL: the one place where an engine is met. */
export interface SqlEngine {
  readonly dialect: SqlDialect;
  /** Rejects with the signal's reason once it is aborted, and otherwise with a RunSourceError. */
  run(statement: SqlStatement, options: AskOptions): Promise<SqlAnswer>;
  close?(): Promise<void>;
}
