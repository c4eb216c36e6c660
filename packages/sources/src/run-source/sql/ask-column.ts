import { parseKeyId, readColumn, RunSourceError, type AskOptions, type ColumnQuery, type ConfigValue, type RunColumn, type RunId } from '@runhue/core';
import { eachRun } from '../each-run.js';
import { configRuns, parseConfig, parseValue } from './config-values.js';
import type { RunIds } from './run-ids.js';
import { askSql, runOrder, type SqlSource } from './source-state.js';
import { numbersAt, textsAt } from './sql-statement.js';
import { valuePerRun } from './value-per-run.js';

/** One value per run, as `readColumn` gives. */
export async function askColumn(source: SqlSource, runIds: RunIds, query: ColumnQuery, options: AskOptions): Promise<RunColumn> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const ids = await runIds(options);
    const column = await (query.keyId.startsWith('config:') ? configColumn(source, ids, query, options) : numberColumn(source, ids, query, options));
    if (column.values.length === ids.length) return column;
  }
  throw new RunSourceError('interrupted', `column "${query.keyId}": runs came or went three times while it was read; ask again.`);
}

async function numberColumn(source: SqlSource, runIds: readonly RunId[], query: ColumnQuery, options: AskOptions): Promise<RunColumn> {
  const { keyId, yValue } = query;
  const { runs } = source.names;
  const answer = await askSql(source, options, (question) =>
    question.ask(
      `column "${keyId}"`,
      [],
      { value: ['number', 'found.v'] },
      `FROM ${question.table('runs')} AS heads LEFT JOIN (SELECT per_run.r AS r, ${question.dialect.toNullable('per_run.v')} AS v FROM (${valuePerRun(question, query)}) AS per_run) AS found ON heads.${runs.runId} = found.r ORDER BY ${runOrder(source.names, 'heads.')}`,
    ),
  );
  const values = numbersAt(answer, 0);
  for (let i = 0; i < values.length; i += 1) values[i] = (values[i] ?? NaN) + 0;
  return { keyId, yValue, runIds, type: keyId === 'default:Wall Time' ? 'date' : 'number', values };
}

async function configColumn(source: SqlSource, runIds: readonly RunId[], query: ColumnQuery, options: AskOptions): Promise<RunColumn> {
  const { runs } = source.names;
  const [name = ''] = parseKeyId(query.keyId)?.path ?? [];
  const { config } = runs;
  if (config === null) return spread(readColumn(configRuns([]), query.keyId, query.yValue), new Uint32Array(runIds.length), runIds);
  const { jsonMember } = source.engine.dialect;
  const answer = await askSql(source, options, (question) => {
    const text = jsonMember === null ? `coalesce(${question.dialect.toText(config)}, '')` : jsonMember(question.dialect.toText(config), name, question.text);
    return question.ask(`column "${query.keyId}"`, [], { config: ['text', text] }, `FROM ${question.table('runs')} ORDER BY ${runOrder(source.names)}`);
  });
  // The type of a column follows from its different values, so each of them is read once.
  const places = new Map<string, number>();
  const configs: { readonly [name: string]: ConfigValue }[] = [];
  const placeOfRun = new Uint32Array(answer.rowCount);
  await eachRun(textsAt(answer, 0).entries(), options.signal, ([row, text]) => {
    let place = places.get(text);
    if (place === undefined) {
      places.set(text, (place = configs.length));
      configs.push(memberOf(text, jsonMember === null ? null : name, runIds[row] ?? ''));
    }
    placeOfRun[row] = place;
  });
  return spread(readColumn(configRuns(configs), query.keyId, query.yValue), placeOfRun, runIds);
}

/** A column of different values as one of all runs. */
function spread(column: RunColumn, placeOfRun: Uint32Array, runIds: readonly RunId[]): RunColumn {
  if (!('categoryIds' in column)) return { ...column, runIds, values: Float64Array.from(placeOfRun, (place) => column.values[place] ?? NaN) };
  const { nonFinite } = column;
  return {
    ...column,
    runIds,
    values: Array.from(placeOfRun, (place) => column.values[place] ?? null),
    categoryIds: Array.from(placeOfRun, (place) => column.categoryIds[place] ?? null),
    nonFinite: nonFinite && Float64Array.from(placeOfRun, (place) => nonFinite[place] ?? 0),
  };
}

/** What was read of a config: one member, or all of it for lack of a name and after a question mark. */
function memberOf(text: string, name: string | null, run: string): { readonly [name: string]: ConfigValue } {
  if (name === null) return parseConfig(text, run);
  if (text.startsWith('?')) return parseConfig(text.slice(1), run);
  return text === '' ? {} : Object.fromEntries([[name, parseValue(text, run)]]);
}
