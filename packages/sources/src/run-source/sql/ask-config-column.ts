import { parseKeyId, readColumn, type AskOptions, type ColumnQuery, type ConfigValue, type RunColumn, type RunId } from '@runhue/core';
import { eachRun } from '../each-run.js';
import { configText } from './ask-config-keys.js';
import { configRuns, parseConfig, parseValue } from './config-values.js';
import type { AskPerRun } from './run-ids.js';
import { runOrder, type SqlSource } from './source-state.js';
import type { SqlQuestion } from './sql-question.js';
import { numbersAt, textsAt } from './sql-statement.js';

type Config = { readonly [name: string]: ConfigValue };

/** The values of a config key. Where numbers are expected, only these are asked for first: a million texts take longer to read than to find. */
export async function askConfigColumn(source: SqlSource, askPerRun: AskPerRun, query: ColumnQuery, options: AskOptions): Promise<RunColumn> {
  const { keyId, yValue } = query;
  const path = parseKeyId(keyId)?.path ?? [];
  const followed = path.slice(0, levelsWithoutIndex(path));
  if (source.numberKeys.has(keyId) && followed.length === path.length) {
    const { answer, runIds } = await askPerRun((question, also) => {
      const number = `CASE WHEN ${question.dialect.isFinite}(number) THEN number WHEN json = '' THEN NULL ELSE ${question.number(Infinity)} END`;
      return question.ask(`column "${keyId}"`, [], { value: ['number', number], ...also('leaves') }, fromLeaves(question, path));
    }, options);
    const values = numbersAt(answer, 0);
    if (!values.includes(Infinity) && values.some(Number.isFinite)) return { keyId, yValue, runIds, type: 'number', values: values.map((value) => value + 0) };
  }
  const { answer, runIds } = await askPerRun((question, also) => {
    const text = `CASE WHEN ${question.dialect.isFinite}(number) THEN '' ELSE json END`;
    return question.ask(`column "${keyId}"`, [], { value: ['number', 'number'], text: ['text', text], ...also('leaves') }, fromLeaves(question, followed));
  }, options);
  const [numbers, texts] = [numbersAt(answer, 0), textsAt(answer, 1)];
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
      configs.push(configOf(value, followed, runIds[row] ?? ''));
    }
    placeOfRun[row] = place;
  });
  return spread(readColumn(configRuns(configs), keyId, yValue), placeOfRun, runIds);
}

/** A row a run: `json`, what was found at the path, and `number`, where that is one. */
function fromLeaves(question: SqlQuestion, path: readonly string[]): string {
  const { dialect, names } = question;
  const { json } = dialect;
  const { config } = names.runs;
  const text = config === null ? "''" : configText(question, config);
  const found = json === null || config === null ? `'?' || ${text}` : json.at(text, path, question.text);
  const texts = `SELECT ${runOrder(names)}, ${found} AS json FROM ${question.table('runs')}`;
  // A JSON number begins with a minus or a digit, and nothing else does.
  const number = json === null ? dialect.toDouble('NULL') : `CASE WHEN json >= '-' AND json < ':' THEN ${json.toNumber('json')} END`;
  return `FROM (SELECT ${runOrder(names)}, json, ${number} AS number FROM (${texts}) AS texts) AS leaves ORDER BY ${runOrder(names)}`;
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
