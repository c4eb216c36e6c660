import { loggedPoints, pointColumn } from './logged-points.js';
import { runStarts } from './run-starts.js';
import type { SqlQuestion } from './sql-question.js';
import { seriesValue } from './value-per-run.js';

/**
 * The tables `metrics` (per run and metric its latest, lowest and highest value), `clocks` (per run its last step, wall time and run
 * time, NaN where unknown) and `starts`, as parts of WITH. Values come from the summary table where there is one; else the lowest and the highest
 * are right where both are finite, which costs half as much: for other metrics there is `finiteSummaries`.
 */
export function metricSummaries(question: SqlQuestion): string[] {
  const { dialect, names } = question;
  const { summary } = names;
  const starts = `starts AS (${runStarts(question)})`;
  const of = (name: 'max' | 'argMax', operands: readonly string[], clock: string): string => dialect.toNumber(dialect.aggregate(name, operands, `${dialect.isFinite}(${clock})`));
  const hasClock = { w: names.points.wallTime !== null, t: names.points.runtime !== null };
  const none = dialect.toNumber('NULL');
  const clocksOf = (['w', 't'] as const).map((clock) => (!hasClock[clock] ? `${none} AS ${clock}_s, ${none} AS ${clock}_c` : `${of('max', ['p.s'], `p.${clock}`)} AS ${clock}_s, ${of('argMax', [`p.${clock}`, 'p.s'], `p.${clock}`)} AS ${clock}_c`));
  const lastOf = (clock: string): string => of('argMax', [`${clock}_c`, dialect.tuple(`${clock}_s`, `${clock}_c`)], `${clock}_c`);
  const clocks = (step: string, from: string): string => `clocks AS (SELECT ${from}.r AS r, ${dialect.aggregate('max', [step])} AS last_s, ${lastOf('w')} AS last_w, ${lastOf('t')} AS last_t FROM ${from} GROUP BY ${from}.r)`;
  if (!names.hasSummary) {
    const values = `${seriesValue(question, 'latest')} AS latest, ${dialect.aggregate('min', ['p.v'])} AS lowest, ${dialect.aggregate('max', ['p.v'])} AS highest`;
    const points = `SELECT p.r AS r, p.k AS k, max(p.s) AS last_step, ${values}, ${clocksOf.join(', ')} FROM (${loggedPoints(question)}) AS p GROUP BY p.r, p.k`;
    return [`metrics AS (${points})`, clocks('last_step', 'metrics'), starts];
  }
  const columns = {
    r: summary.runId,
    k: summary.key,
    last_step: dialect.toNumber(summary.lastStep),
    latest: dialect.toNumber(summary.latest),
    lowest: dialect.toNumber(summary.min),
    highest: dialect.toNumber(summary.max),
    w_s: dialect.toNumber(summary.wallTimeStep ?? summary.lastStep),
    w_c: dialect.toNumber(summary.wallTime ?? 'NULL'),
    t_s: dialect.toNumber(summary.runtimeStep ?? summary.lastStep),
    t_c: dialect.toNumber(summary.runtime ?? 'NULL'),
  };
  const rows = Object.entries(columns).map(([as, expression]) => `${expression} AS ${as}`);
  return [`metrics AS (SELECT ${rows.join(', ')} FROM ${question.table('summary')})`, clocks('last_step', 'metrics'), starts];
}

/** The table `metrics` with the lowest and highest value as `Series` keeps them, of metrics in a bound list. */
export function finiteSummaries(question: SqlQuestion, metrics: string): string {
  const points = loggedPoints(question, { where: [question.dialect.isIn(pointColumn(question.names.points.key), metrics)] });
  return `metrics AS (SELECT p.r AS r, p.k AS k, ${seriesValue(question, 'min')} AS lowest, ${seriesValue(question, 'max')} AS highest FROM (${points}) AS p GROUP BY p.r, p.k)`;
}
