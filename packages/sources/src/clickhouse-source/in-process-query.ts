import { RunSourceError } from '@runhue/core';
import type { SqlStatement } from '../run-source/sql/sql-statement.js';
import { writtenError } from './clickhouse-error.js';
import { parameterText } from './parameter-text.js';

/** Bound values by name, for `{name:Type}` in the text: texts, lists of texts, and numbers and lists of them in ClickHouse's own writing. */
export type ClickHouseParameters = Readonly<Record<string, string | readonly string[]>>;

/**
 * Runs one statement with bound values and gives the bytes of its answer, for which the statement itself asks in format Native. It rejects
 * with ClickHouse's own words.
 */
export type ClickHouseQuery = (sql: string, parameters: ClickHouseParameters, options: { readonly signal?: AbortSignal }) => Promise<Uint8Array>;

/** Asks through a caller's own function. */
export async function queryInProcess(query: ClickHouseQuery, { what, text, parameters }: SqlStatement, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const values = parameters.map((parameter, index) => {
    const isText = parameter.type === 'text' || parameter.type === 'texts';
    return [`p${index + 1}`, isText ? parameter.value : parameterText(parameter)] as const;
  });
  try {
    return await query(text, Object.fromEntries(values), signal === undefined ? {} : { signal });
  } catch (error) {
    signal?.throwIfAborted();
    const words = error instanceof Error ? error.message : String(error);
    throw writtenError(words, what) ?? new RunSourceError('failed', `ClickHouse could not answer ${what}: ${words.slice(0, 500)}`, { cause: error });
  }
}
