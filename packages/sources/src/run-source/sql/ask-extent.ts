import type { AskOptions, ExtentAnswer, ExtentQuery } from '@runhue/core';
import { lineRows } from './line-rows.js';
import { askSql, type SqlSource } from './source-state.js';
import { numbersAt } from './sql-statement.js';

/** The ends of both axes for a metric over all runs, by the engine. What few metrics need is asked only of them. */
export async function askExtent(source: SqlSource, query: ExtentQuery, options: AskOptions): Promise<ExtentAnswer> {
  if (query.xAxis === 'Step' && holdsEnds(source)) return askSummarized(source, query, options);
  const [x0, x1, y0 = NaN, y1 = NaN, runs = 0, points = 0] = await askEnds(source, query, options);
  const x = endsOf(x0, x1);
  const isFinite = points === 0 || (Number.isFinite(y0) && Number.isFinite(y1));
  const y = isFinite ? endsOf(y0, y1) : await askFiniteY(source, query, options);
  const positiveX = x === null || x[1] <= 0 || x[0] > 0 ? positiveOf(x) : await askPositive(source, query, 'x', options);
  const positiveY = y === null || y[1] <= 0 || y[0] > 0 ? positiveOf(y) : await askPositive(source, query, 'v', options);
  return { x, y, positive: [positiveX, positiveY], runs, points, fidelity: 'exact' };
}

function holdsEnds({ names: { hasSummary, summary } }: SqlSource): boolean {
  return hasSummary && summary.points !== null && summary.minPositiveStep !== null && summary.minPositive !== null;
}

/** From the rows of the summary table, one a run. */
async function askSummarized(source: SqlSource, { metric }: ExtentQuery, options: AskOptions): Promise<ExtentAnswer> {
  const answer = await askSql(source, options, (question) => {
    const { dialect, names } = question;
    const { summary } = names;
    const end = (name: 'min' | 'max', column: string | null): readonly ['number', string] => {
      const value = dialect.toNumber(column ?? 'NULL');
      return ['number', dialect.aggregate(name, [value], `${dialect.isFinite}(${value})`)];
    };
    const output = {
      x_low: end('min', summary.firstStep),
      x_high: end('max', summary.lastStep),
      y_low: end('min', summary.min),
      y_high: end('max', summary.max),
      x_positive: end('min', summary.minPositiveStep),
      y_positive: end('min', summary.minPositive),
      runs: ['number', 'count(*)'],
      total: ['number', `sum(${dialect.toNumber(summary.points ?? '0')})`],
    } as const;
    return question.ask(`extent of "${metric}"`, [], output, `FROM ${question.table('summary')} WHERE ${summary.key} = ${question.text(metric)}`);
  });
  const [x0, x1, y0, y1, positiveX = NaN, positiveY = NaN, runs = 0, points = NaN] = answer.columns.map((_, column) => numbersAt(answer, column)[0]);
  const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);
  return { x: endsOf(x0, x1), y: endsOf(y0, y1), positive: [orNull(positiveX), orNull(positiveY)], runs, points: points || 0, fidelity: 'exact' };
}

type Ends = readonly [number, number] | null;

function endsOf(low = NaN, high = NaN): Ends {
  return low <= high ? [low + 0, high + 0] : null;
}

function positiveOf(ends: Ends): number | null {
  return ends !== null && ends[0] > 0 ? ends[0] : null;
}

async function askEnds(source: SqlSource, query: ExtentQuery, options: AskOptions): Promise<number[]> {
  const answer = await askSql(source, options, (question) => {
    const { aggregate } = question.dialect;
    const columns = { x_min: aggregate('min', ['x']), x_max: aggregate('max', ['x']), y_min: aggregate('min', ['v']), y_max: aggregate('max', ['v']), runs: 'count(DISTINCT r)', points: 'count(*)' };
    const output = Object.fromEntries(Object.entries(columns).map(([name, expression]) => [name, ['number', expression] as const]));
    return question.ask(`extent of "${query.metric}"`, [], output, `FROM (${lineRows(question, query)}) AS line`);
  });
  return answer.columns.map((_, column) => numbersAt(answer, column)[0] ?? NaN);
}

async function askFiniteY(source: SqlSource, query: ExtentQuery, options: AskOptions): Promise<Ends> {
  const answer = await askSql(source, options, (question) => {
    const { aggregate, isFinite } = question.dialect;
    const columns = { y_min: ['number', aggregate('min', ['v'])], y_max: ['number', aggregate('max', ['v'])] } as const;
    return question.ask(`extent of "${query.metric}"`, [], columns, `FROM (${lineRows(question, query)}) AS line WHERE ${isFinite}(v)`);
  });
  return endsOf(numbersAt(answer, 0)[0], numbersAt(answer, 1)[0]);
}

async function askPositive(source: SqlSource, query: ExtentQuery, axis: 'x' | 'v', options: AskOptions): Promise<number | null> {
  const answer = await askSql(source, options, (question) => {
    const { aggregate, isFinite } = question.dialect;
    return question.ask(`extent of "${query.metric}"`, [], { least: ['number', aggregate('min', [axis])] }, `FROM (${lineRows(question, query)}) AS line WHERE ${axis} > 0 AND ${isFinite}(${axis})`);
  });
  const least = numbersAt(answer, 0)[0] ?? NaN;
  return Number.isNaN(least) ? null : least;
}
