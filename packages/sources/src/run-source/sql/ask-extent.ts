import type { AskOptions, ExtentAnswer, ExtentQuery } from '@runhue/core';
import { lineRows } from './line-rows.js';
import { askSql, type SqlSource } from './source-state.js';
import type { SqlQuestion } from './sql-question.js';
import { numbersAt, type SqlStatement } from './sql-statement.js';

/** The ends of both axes for a metric over all runs, by the engine, in one pass. */
export async function askExtent(source: SqlSource, query: ExtentQuery, options: AskOptions): Promise<ExtentAnswer> {
  const answer = await askSql(source, options, (question) => (query.xAxis === 'Step' && holdsEnds(source) ? summarizedEnds(question, query) : loggedEnds(question, query)));
  const [x0, x1, y0, y1, positiveX = NaN, positiveY = NaN, runs = 0, points = NaN] = answer.columns.map((_, column) => numbersAt(answer, column)[0]);
  const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);
  return { x: endsOf(x0, x1), y: endsOf(y0, y1), positive: [orNull(positiveX), orNull(positiveY)], runs, points: points || 0, fidelity: 'exact' };
}

function holdsEnds({ names: { hasSummary, summary } }: SqlSource): boolean {
  return hasSummary && summary.points !== null && summary.minPositiveStep !== null && summary.minPositive !== null;
}

/** From the rows of the summary table, one a run. */
function summarizedEnds(question: SqlQuestion, { metric }: ExtentQuery): SqlStatement {
  const { dialect, names } = question;
  const { summary } = names;
  const end = (name: 'min' | 'max', column: string | null): string => {
    const value = dialect.toNumber(column ?? 'NULL');
    return dialect.aggregate(name, [value], `${dialect.isFinite}(${value})`);
  };
  const ends = [end('min', summary.firstStep), end('max', summary.lastStep), end('min', summary.min), end('max', summary.max), end('min', summary.minPositiveStep), end('min', summary.minPositive)];
  const points = `sum(${dialect.toNumber(summary.points ?? '0')})`;
  return askEnds(question, metric, [...ends, 'count(*)', points], `${question.table('summary')} WHERE ${summary.key} = ${question.text(metric)}`);
}

function loggedEnds(question: SqlQuestion, query: ExtentQuery): SqlStatement {
  const { aggregate, isFinite } = question.dialect;
  const finite = `${isFinite}(v)`;
  const ends = [
    ...[aggregate('min', ['x']), aggregate('max', ['x']), aggregate('min', ['v'], finite), aggregate('max', ['v'], finite)],
    ...[aggregate('min', ['x'], 'x > 0'), aggregate('min', ['v'], `v > 0 AND ${finite}`)],
  ];
  return askEnds(question, query.metric, [...ends, 'count(DISTINCT r)', 'count(*)'], `(${lineRows(question, query)}) AS line`);
}

const endNames = ['x_min', 'x_max', 'y_min', 'y_max', 'x_positive', 'y_positive', 'runs', 'points'];

function askEnds(question: SqlQuestion, metric: string, expressions: readonly string[], from: string): SqlStatement {
  const output = Object.fromEntries(expressions.map((expression, at) => [endNames[at] ?? '', ['number', expression] as const]));
  return question.ask(`extent of "${metric}"`, [], output, `FROM ${from}`);
}

type Ends = readonly [number, number] | null;

function endsOf(low = NaN, high = NaN): Ends {
  return low <= high ? [low + 0, high + 0] : null;
}
