import { RunSourceError, type AskOptions, type ColumnQuery, type RunColumn, type RunId } from '@runhue/core';
import { askConfigColumn } from './ask-config-column.js';
import type { RunIds } from './run-ids.js';
import { askSql, runOrder, type SqlSource } from './source-state.js';
import { numbersAt } from './sql-statement.js';
import { headsWithValues } from './value-per-run.js';

/** One value per run, as `readColumn` gives. */
export async function askColumn(source: SqlSource, runIds: RunIds, query: ColumnQuery, options: AskOptions): Promise<RunColumn> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const ids = await runIds(options);
    const column = await (query.keyId.startsWith('config:') ? askConfigColumn(source, ids, query, options) : numberColumn(source, ids, query, options));
    if (column.values.length === ids.length) return column;
  }
  throw new RunSourceError('interrupted', `column "${query.keyId}": runs came or went three times while it was read; ask again.`);
}

async function numberColumn(source: SqlSource, runIds: readonly RunId[], query: ColumnQuery, options: AskOptions): Promise<RunColumn> {
  const { keyId, yValue } = query;
  const answer = await askSql(source, options, (question) =>
    question.ask(
      `column "${keyId}"`,
      [],
      { value: ['number', 'found.v'] },
      `FROM ${headsWithValues(question, query)} ORDER BY ${runOrder(source.names, 'heads.')}`,
    ),
  );
  const values = numbersAt(answer, 0);
  for (let i = 0; i < values.length; i += 1) values[i] = (values[i] ?? NaN) + 0;
  return { keyId, yValue, runIds, type: keyId === 'default:Wall Time' ? 'date' : 'number', values };
}
