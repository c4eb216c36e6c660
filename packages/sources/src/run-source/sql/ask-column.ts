import type { AskOptions, ColumnQuery, RunColumn } from '@runhue/core';
import { askConfigColumn } from './ask-config-column.js';
import type { AskPerRun } from './run-ids.js';
import { runOrder, type SqlSource } from './source-state.js';
import { numbersAt } from './sql-statement.js';
import { headsWithValues } from './value-per-run.js';

/** One value per run, as `readColumn` gives. */
export function askColumn(source: SqlSource, askPerRun: AskPerRun, query: ColumnQuery, options: AskOptions): Promise<RunColumn> {
  return query.keyId.startsWith('config:') ? askConfigColumn(source, askPerRun, query, options) : numberColumn(source, askPerRun, query, options);
}

async function numberColumn(source: SqlSource, askPerRun: AskPerRun, query: ColumnQuery, options: AskOptions): Promise<RunColumn> {
  const { keyId, yValue } = query;
  const { answer, runIds } = await askPerRun((question, also) => {
    const output = { value: ['number', 'found.v'], ...also('heads') } as const;
    return question.ask(`column "${keyId}"`, [], output, `FROM ${headsWithValues(question, query)} ORDER BY ${runOrder(source.names, 'heads.')}`);
  }, options);
  const values = numbersAt(answer, 0);
  for (let i = 0; i < values.length; i += 1) values[i] = (values[i] ?? NaN) + 0;
  return { keyId, yValue, runIds, type: keyId === 'default:Wall Time' ? 'date' : 'number', values };
}
