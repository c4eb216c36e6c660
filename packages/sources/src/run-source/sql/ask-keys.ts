import { compareNatural, defaultKey, defaultMetrics, metricKey, type AskOptions, type DefaultMetric, type KeyEntry } from '@runhue/core';
import { eachRun } from '../each-run.js';
import { createConfigCatalogue } from './config-catalogue.js';
import { parseConfig } from './config-values.js';
import { finiteSummaries, metricSummaries } from './metric-summaries.js';
import { askSql, runOrder, type SqlSource } from './source-state.js';
import type { SqlQuestion } from './sql-question.js';
import { numbersAt, textsAt, type SqlStatement } from './sql-statement.js';

/** The whole key catalogue, in the order of `listKeys`. */
export async function askKeys(source: SqlSource, options: AskOptions): Promise<KeyEntry[]> {
  const logged = await askSql(source, options, loggedKeys);
  const rows = textsAt(logged, 0).map((name, row) => ({ name, isClocks: numbersAt(logged, 1)[row] === 1, at: (n: number): number => numbersAt(logged, n + 2)[row] ?? NaN }));
  const metrics = rows.filter(({ isClocks }) => !isClocks);
  const odd = metrics.filter(({ at }) => at(1) > 0).map(({ name }) => name);
  const varying = await varyingByFinite(source, odd, options);
  const metricEntries = metrics.map(({ name, at }) => {
    const varies = at(2) < at(3) || (varying.get(name) ?? (at(4) < at(5) || at(6) < at(7)));
    return entryOf('metric', name, at(0), varies);
  });
  const clockEntries = rows.flatMap(({ isClocks, at }) =>
    isClocks ? defaultMetrics.flatMap((clock, c) => (at(3 * c) > 0 ? [entryOf('default', clock, at(3 * c), at(3 * c + 1) < at(3 * c + 2))] : [])) : [],
  );
  metricEntries.sort((a, b) => compareNatural(a.id, b.id));
  return [...varyingFirst(clockEntries), ...varyingFirst(metricEntries), ...(await configKeys(source, options))];
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

const width = 12;

/**
 * A row per metric (in how many runs, in how many of them values that are not finite, and the ends of the latest, lowest and highest values, which tell
 * whether they vary), and one of all clocks (for each in how many runs, and the ends of the latest values).
 */
function loggedKeys(question: SqlQuestion): SqlStatement {
  const { dialect } = question;
  const odd = question.names.hasSummary ? '0' : dialect.aggregate('count', ['lowest'], `NOT (${dialect.isFinite}(lowest) AND ${dialect.isFinite}(highest))`);
  const metric = ['count(*)', odd, ...['latest', 'lowest', 'highest'].flatMap((value) => ends(question, value))];
  const clocks = defaultMetrics.flatMap((clock) => {
    const value = clockValues[clock];
    return [dialect.aggregate('count', [value], `NOT ${dialect.isNaN}(${value})`), ...ends(question, value)];
  });
  const row = (name: string, isClocks: number, numbers: readonly string[], from: string): string => {
    const columns = Array.from({ length: width }, (_, n) => `${dialect.toNumber(numbers[n] ?? 'NULL')} AS n${n}`);
    return `SELECT ${name} AS name, ${isClocks} AS is_clocks, ${columns.join(', ')} FROM ${from}`;
  };
  const rows = `${row('k', 0, metric, 'metrics GROUP BY k')} UNION ALL ${row(question.text(''), 1, clocks, 'clocks LEFT JOIN starts ON clocks.r = starts.r')}`;
  const numbers = Array.from({ length: width }, (_, n) => [`n${n}`, ['number', `n${n}`]] as const);
  return question.ask('keys', metricSummaries(question), { name: ['text', 'name'], is_clocks: ['number', 'is_clocks'], ...Object.fromEntries(numbers) }, `FROM (${rows}) AS found`);
}

const clockValues: { readonly [clock in DefaultMetric]: string } = {
  Step: 'last_s',
  'Relative Time (Process)': 'last_t',
  'Relative Time (Wall)': 'last_w - starts.start',
  'Wall Time': 'last_w',
};

async function configKeys(source: SqlSource, options: AskOptions): Promise<KeyEntry[]> {
  const { runs } = source.names;
  const { config } = runs;
  if (config === null) return [];
  const answer = await askSql(source, options, (question) =>
    question.ask('the configs of all runs', [], { id: ['text', question.dialect.toText(runs.runId)], config: ['text', `coalesce(${question.dialect.toText(config)}, '')`] }, `FROM ${question.table('runs')} ORDER BY ${runOrder(source.names)}`),
  );
  const ids = textsAt(answer, 0);
  const catalogue = createConfigCatalogue();
  await eachRun(textsAt(answer, 1).entries(), options.signal, ([place, text]) => catalogue.add(parseConfig(text, ids[place] ?? '')));
  return catalogue.entries();
}
