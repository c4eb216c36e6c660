import { loggedPoints, pointColumn } from './logged-points.js';
import type { SqlQuestion } from './sql-question.js';
import { seriesValue } from './value-per-run.js';

const clocks = ['w', 't'] as const;

/**
 * The table `metrics` as a part of WITH: per run `r` and metric `k` the last step, the latest, lowest and highest value, and of wall time (`w_…`) and run time
 * (`t_…`) the last known one and its step. One row a run and metric of the summary table where there is one; else one pass over the points, in which the lowest
 * and the highest are of finite values only, NULL where there are none, and `infinite` counts the infinite ones: where there are only these, there is
 * `finiteSummaries`.
 */
export function metricSummaries(question: SqlQuestion): string {
  const { names } = question;
  const columns = names.hasSummary ? summarized(question) : reduced(question);
  const rows = Object.entries(columns).map(([as, expression]) => `${expression} AS ${as}`);
  const from = names.hasSummary ? question.table('summary') : `(${loggedPoints(question)}) AS p GROUP BY p.r, p.k`;
  return `metrics AS (SELECT ${rows.join(', ')} FROM ${from})`;
}

function summarized({ dialect: { toNumber }, names: { summary } }: SqlQuestion): Record<string, string> {
  return {
    r: summary.runId,
    k: summary.key,
    last_step: toNumber(summary.lastStep),
    latest: toNumber(summary.latest),
    lowest: toNumber(summary.min),
    highest: toNumber(summary.max),
    w_s: toNumber(summary.wallTimeStep ?? summary.lastStep),
    w_c: toNumber(summary.wallTime ?? 'NULL'),
    t_s: toNumber(summary.runtimeStep ?? summary.lastStep),
    t_c: toNumber(summary.runtime ?? 'NULL'),
  };
}

function reduced(question: SqlQuestion): Record<string, string> {
  const { aggregate, isFinite, isInfinite, toNumber } = question.dialect;
  const { wallTime, runtime } = question.names.points;
  const hasClock = { w: wallTime !== null, t: runtime !== null };
  const lastKnown = clocks.flatMap((clock) => {
    const isKnown = `${isFinite}(p.${clock})`;
    const values = hasClock[clock] ? [aggregate('max', ['p.s'], isKnown), aggregate('argMax', [`p.${clock}`, 'p.s'], isKnown)] : ['NULL', 'NULL'];
    return values.map((value, at) => [`${clock}_${at === 0 ? 's' : 'c'}`, toNumber(value)] as const);
  });
  const isFiniteValue = `${isFinite}(p.v)`;
  return {
    r: 'p.r',
    k: 'p.k',
    last_step: aggregate('max', ['p.s']),
    latest: seriesValue(question, 'latest'),
    lowest: aggregate('min', ['p.v'], isFiniteValue),
    highest: aggregate('max', ['p.v'], isFiniteValue),
    infinite: aggregate('count', ['p.v'], `${isInfinite}(p.v)`),
    ...Object.fromEntries(lastKnown),
  };
}

/** The table `metrics` with the lowest and highest value as `Series` keeps them, of metrics in a bound list. */
export function finiteSummaries(question: SqlQuestion, metrics: string): string {
  const points = loggedPoints(question, { where: [question.dialect.isIn(pointColumn(question.names.points.key), metrics)] });
  return `metrics AS (SELECT p.r AS r, p.k AS k, ${seriesValue(question, 'min')} AS lowest, ${seriesValue(question, 'max')} AS highest FROM (${points}) AS p GROUP BY p.r, p.k)`;
}
