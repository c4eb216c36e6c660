import { compareNatural, defaultKey, defaultMetrics, metricKey, type AskOptions, type DefaultMetric, type KeyEntry } from '@runhue/core';
import { askConfigKeys } from './ask-config-keys.js';
import { finiteSummaries, metricSummaries } from './metric-summaries.js';
import { runStarts } from './run-starts.js';
import { askSql, type SqlSource } from './source-state.js';
import type { SqlQuestion } from './sql-question.js';
import { numbersAt, textsAt, type SqlStatement } from './sql-statement.js';

/** The whole key catalogue, in the order of `listKeys`. */
export async function askKeys(source: SqlSource, options: AskOptions): Promise<KeyEntry[]> {
  const logged = await askSql(source, options, loggedKeys);
  const column = new Map(loggedColumns.map((name, at) => [name, numbersAt(logged, at + 1)]));
  const rows = textsAt(logged, 0).map((name, row) => ({ name: name.slice(1), isClocks: name === '', at: (n: string): number => column.get(n)?.[row] ?? NaN }));
  const metrics = rows.filter(({ isClocks }) => !isClocks);
  const odd = metrics.filter(({ at }) => at('odd') > 0).map(({ name }) => name);
  const varying = await varyingByFinite(source, odd, options);
  const metricEntries = metrics.map(({ name, at }) => {
    const varies = (value: string): boolean => at(`${value}_min`) < at(`${value}_max`);
    return entryOf('metric', name, at('runs'), varies('latest') || (varying.get(name) ?? (varies('lowest') || varies('highest'))));
  });
  const clockEntries = rows.flatMap(({ isClocks, at }) =>
    isClocks ? defaultMetrics.flatMap((clock, c) => (at(`clock${c}_runs`) > 0 ? [entryOf('default', clock, at(`clock${c}_runs`), at(`clock${c}_min`) < at(`clock${c}_max`))] : [])) : [],
  );
  metricEntries.sort((a, b) => compareNatural(a.id, b.id));
  return [...varyingFirst(clockEntries), ...varyingFirst(metricEntries), ...(await askConfigKeys(source, options))];
}

function entryOf(group: 'default' | 'metric', name: string, runCount: number, varies: boolean): KeyEntry {
  const isDate = group === 'default' && name === 'Wall Time';
  return { id: group === 'default' ? defaultKey(name as DefaultMetric) : metricKey(name), group, name, label: name, type: isDate ? 'date' : 'number', runCount, varies };
}

function varyingFirst(entries: readonly KeyEntry[]): KeyEntry[] {
  return [...entries.filter(({ varies }) => varies), ...entries.filter(({ varies }) => !varies)];
}

/** Of metrics that hold values which are not finite, whether their lowest or highest ones vary. */
async function varyingByFinite(source: SqlSource, odd: readonly string[], options: AskOptions): Promise<Map<string, boolean>> {
  if (odd.length === 0) return new Map();
  const answer = await askSql(source, options, (question) => {
    const columns = ['lowest', 'highest'].flatMap((value) => ends(question, value)).map((end, i) => [`end${i}`, ['number', end]] as const);
    return question.ask('keys', [finiteSummaries(question, question.texts(odd))], { name: ['text', 'k'], ...Object.fromEntries(columns) }, 'FROM metrics GROUP BY k');
  });
  const [low0, low1, high0, high1] = [1, 2, 3, 4].map((column) => numbersAt(answer, column)) as [Float64Array, Float64Array, Float64Array, Float64Array];
  return new Map(textsAt(answer, 0).map((name, row) => [name, (low0[row] ?? NaN) < (low1[row] ?? NaN) || (high0[row] ?? NaN) < (high1[row] ?? NaN)]));
}

function ends({ dialect }: SqlQuestion, value: string): string[] {
  return ['min', 'max'].map((end) => dialect.aggregate(end as 'min' | 'max', [value], `NOT ${dialect.isNaN}(${value})`));
}

const ofMetrics = ['runs', 'odd', ...['latest', 'lowest', 'highest'].flatMap((value) => [`${value}_min`, `${value}_max`])];
const ofClocks = defaultMetrics.flatMap((_, c) => [`clock${c}_runs`, `clock${c}_min`, `clock${c}_max`]);
const loggedColumns = [...ofMetrics, ...ofClocks];

/**
 * A row per metric (in how many runs, in how many of them only infinite values, and the ends of the latest, lowest and highest values, which tell whether
 * they vary), and one of all clocks (for each in how many runs, and the ends of the latest values). `metrics` is grouped by metric and by run at once, so
 * that the points are read in one pass: ClickHouse works a part of WITH out anew wherever it is named. Names begin with `=`, so that the empty one is that of
 * the clocks.
 */
function loggedKeys(question: SqlQuestion): SqlStatement {
  const { dialect } = question;
  const { aggregate, isNaN, isFinite, toNumber, toText, tuple } = dialect;
  const odd = question.names.hasSummary ? '0' : aggregate('count', ['infinite'], 'lowest IS NULL AND infinite > 0');
  const metric = ['count(*)', odd, ...['latest', 'lowest', 'highest'].flatMap((value) => ends(question, value))];
  const lastOf = (clock: string): string => aggregate('argMax', [`${clock}_c`, tuple(`${clock}_s`, `${clock}_c`)], `${isFinite}(${clock}_c)`);
  const clock = { last_s: aggregate('max', ['last_step']), last_w: lastOf('w'), last_t: lastOf('t') };
  const columns = [...metric.map((expression, at) => [ofMetrics[at], expression]), ...Object.entries(clock)].map(([as, expression]) => `${toNumber(expression ?? '')} AS ${as}`);
  const named = `named AS (SELECT '=' || ${toText('k')} AS metric, '=' || ${toText('r')} AS run_name, metrics.* FROM metrics)`;
  const halves = `halves AS (SELECT coalesce(metric, '') AS name, coalesce(run_name, '') AS run, ${columns.join(', ')} FROM named GROUP BY GROUPING SETS ((metric), (run_name)))`;
  const clocks = defaultMetrics.flatMap((clockName) => {
    const value = clockValues[clockName];
    return [aggregate('count', [value], `NOT ${isNaN}(${value})`), ...ends(question, value)];
  });
  const output = [...ofMetrics.map((as) => aggregate('max', [`halves.${as}`])), ...clocks].map((expression, at) => [loggedColumns[at] ?? '', ['number', expression]] as const);
  return question.ask(
    'keys',
    [metricSummaries(question), named, halves, `starts AS (${runStarts(question)})`],
    { name: ['text', 'name'], ...Object.fromEntries(output) },
    `FROM halves LEFT JOIN starts ON halves.run = '=' || ${toText('starts.r')} GROUP BY name`,
  );
}

const clockValues: { readonly [clock in DefaultMetric]: string } = {
  Step: 'last_s',
  'Relative Time (Process)': 'last_t',
  'Relative Time (Wall)': 'last_w - starts.start',
  'Wall Time': 'last_w',
};
