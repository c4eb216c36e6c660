import { compareNatural, defaultKey, defaultMetrics, metricKey, type AskOptions, type DefaultMetric, type KeyEntry } from '@runhue/core';
import { eachRun } from '../each-run.js';
import { createConfigCatalogue } from './config-catalogue.js';
import { parseConfig } from './config-values.js';
import { finiteSummaries, metricSummaries } from './metric-summaries.js';
import { askSql, runOrder, type SqlSource } from './source-state.js';
import type { SqlQuestion } from './sql-question.js';
import { numbersAt, textsAt, type SqlAnswer, type SqlStatement } from './sql-statement.js';

/** The whole key catalogue, in the order of `listKeys`. */
export async function askKeys(source: SqlSource, options: AskOptions): Promise<KeyEntry[]> {
  const logged = await askSql(source, options, loggedKeys);
  const varying = await varyingByFinite(source, logged, options);
  const entries: KeyEntry[] = textsAt(logged, 0).map((name, row) => {
    const at = (column: number): number => numbersAt(logged, column)[row] ?? NaN;
    const isClock = at(1) === 1;
    const varies = at(4) < at(5) || ((isClock ? undefined : varying.get(name)) ?? (at(6) < at(7) || at(8) < at(9)));
    const id = isClock ? defaultKey(name as DefaultMetric) : metricKey(name);
    return { id, group: isClock ? 'default' : 'metric', name, label: name, type: name === 'Wall Time' && isClock ? 'date' : 'number', runCount: at(2), varies };
  });
  const clocks = entries.filter(({ group, runCount }) => group === 'default' && runCount > 0);
  clocks.sort((a, b) => defaultMetrics.indexOf(a.name as DefaultMetric) - defaultMetrics.indexOf(b.name as DefaultMetric));
  const metrics = entries.filter(({ group }) => group === 'metric').sort((a, b) => compareNatural(a.id, b.id));
  return [...varyingFirst(clocks), ...varyingFirst(metrics), ...(await configKeys(source, options))];
}

function varyingFirst(entries: readonly KeyEntry[]): KeyEntry[] {
  return [...entries.filter(({ varies }) => varies), ...entries.filter(({ varies }) => !varies)];
}

/** Of metrics that hold values which are not finite, whether their lowest or highest ones vary. */
async function varyingByFinite(source: SqlSource, logged: SqlAnswer, options: AskOptions): Promise<Map<string, boolean>> {
  const odd = textsAt(logged, 0).filter((_, row) => (numbersAt(logged, 3)[row] ?? 0) > 0);
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

/** Metrics and clocks: in how many runs, and the ends of their values, which tell whether they vary. */
function loggedKeys(question: SqlQuestion): SqlStatement {
  const { dialect } = question;
  const metrics = ['latest', 'lowest', 'highest'].flatMap((value) => ends(question, value));
  const odd = question.names.hasSummary ? '0' : dialect.aggregate('count', ['lowest'], `NOT (${dialect.isFinite}(lowest) AND ${dialect.isFinite}(highest))`);
  const rows = [
    `SELECT k AS name, 0 AS clock, count(*) AS total, ${odd} AS odd, ${metrics.map((end, i) => `${end} AS e${i}`).join(', ')} FROM metrics GROUP BY k`,
    ...Object.entries(clockValues).map(([clock, value]) => {
      const known = dialect.aggregate('count', [value], `NOT ${dialect.isNaN}(${value})`);
      const [low, high] = ends(question, value);
      const none = dialect.toNumber('NULL');
      const from = clock === 'Relative Time (Wall)' ? 'clocks JOIN starts ON clocks.r = starts.r' : 'clocks';
      return `SELECT ${question.text(clock)} AS name, 1 AS clock, ${known} AS total, 0 AS odd, ${low} AS e0, ${high} AS e1, ${none} AS e2, ${none} AS e3, ${none} AS e4, ${none} AS e5 FROM ${from}`;
    }),
  ];
  return question.ask(
    'keys',
    metricSummaries(question),
    {
      name: ['text', 'name'],
      clock: ['number', 'clock'],
      total: ['number', 'total'],
      odd: ['number', 'odd'],
      ...Object.fromEntries([0, 1, 2, 3, 4, 5].map((i) => [`end${i}`, ['number', `e${i}`] as const])),
    },
    `FROM (${rows.join(' UNION ALL ')}) AS found`,
  );
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
