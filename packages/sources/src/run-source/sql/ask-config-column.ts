import { parseKeyId, readColumn, type AskOptions, type ColumnQuery, type ConfigValue, type RunColumn, type RunId } from '@runhue/core';
import { eachRun } from '../each-run.js';
import { configText } from './ask-config-keys.js';
import { configRuns, parseConfig, parseValue } from './config-values.js';
import type { AskPerRun } from './run-ids.js';
import { runOrder, type SqlSource } from './source-state.js';
import { numbersAt, textsAt } from './sql-statement.js';

type Config = { readonly [name: string]: ConfigValue };

/** The values of a config key. The engine takes numbers out of the texts, so that a column of numbers only is done with its answer. */
export async function askConfigColumn(source: SqlSource, askPerRun: AskPerRun, query: ColumnQuery, options: AskOptions): Promise<RunColumn> {
  const { config } = source.names.runs;
  const whole = parseKeyId(query.keyId)?.path ?? [];
  const path = whole.slice(0, levelsWithoutIndex(whole));
  const { json, isFinite } = source.engine.dialect;
  const { answer, runIds } = await askPerRun((question, also) => {
    const text = config === null ? "''" : configText(question, config);
    const found = json === null || config === null ? `'?' || ${text}` : json.at(text, path, question.text);
    const leaves = `SELECT ${runOrder(source.names)}, ${found} AS json FROM ${question.table('runs')}`;
    // A JSON number begins with a minus or a digit, and nothing else does.
    const number = json === null ? question.dialect.toDouble('NULL') : `CASE WHEN json >= '-' AND json < ':' THEN ${json.toNumber('json')} END`;
    const rows = `SELECT ${runOrder(source.names)}, json, ${number} AS number FROM (${leaves}) AS leaves`;
    const rest = `CASE WHEN ${isFinite}(number) THEN '' ELSE json END`;
    return question.ask(`column "${query.keyId}"`, [], { number: ['number', 'number'], json: ['text', rest], ...also('leaf_numbers') }, `FROM (${rows}) AS leaf_numbers ORDER BY ${runOrder(source.names)}`);
  }, options);
  const [numbers, texts] = [numbersAt(answer, 0), textsAt(answer, 1)];
  if (path.length === whole.length && texts.every((text) => text === '') && numbers.some(Number.isFinite)) {
    return { keyId: query.keyId, yValue: query.yValue, runIds, type: 'number', values: numbers.map((value) => value + 0) };
  }
  // The type of a column follows from its different values, so each of them is read once.
  const places = new Map<string | number, number>();
  const configs: Config[] = [];
  const placeOfRun = new Uint32Array(answer.rowCount);
  await eachRun(texts.entries(), options.signal, ([row, text]) => {
    const number = numbers[row] ?? NaN;
    const value = text === '' && !Number.isNaN(number) ? number : text;
    let place = places.get(value);
    if (place === undefined) {
      places.set(value, (place = configs.length));
      configs.push(configOf(value, path, runIds[row] ?? ''));
    }
    placeOfRun[row] = place;
  });
  return spread(readColumn(configRuns(configs), query.keyId, query.yValue), placeOfRun, runIds);
}

/** How much of a path the engine follows: not what might be an index of a list, which is no level of a config. */
function levelsWithoutIndex(path: readonly string[]): number {
  const index = path.findIndex((name, level) => level > 0 && /^(?:\d+|-)$/.test(name));
  return index === -1 ? path.length : index;
}

/** A config that holds what was read: a number, the JSON text of a value, the text of a whole config after a question mark, or nothing. */
function configOf(value: string | number, path: readonly string[], run: string): Config {
  if (value === '') return {};
  if (typeof value === 'string' && value.startsWith('?')) return parseConfig(value.slice(1), run);
  return path.reduceRight<ConfigValue>((inner, name) => Object.fromEntries([[name, inner]]), typeof value === 'number' ? value : parseValue(value, run)) as Config;
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
