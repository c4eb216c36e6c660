import { loggedPoints } from './logged-points.js';
import type { SqlQuestion } from './sql-question.js';

/** Rows `r, start`: from when relative wall time counts, the run's start or else its first known wall time over all metrics. */
export function runStarts(question: SqlQuestion): string {
  const { dialect, names } = question;
  const { runId, startTime } = names.runs;
  const start = dialect.toNumber(startTime ?? 'NULL');
  const runs = question.table('runs');
  const without = `p.r IN (SELECT ${runId} FROM ${runs} WHERE NOT ${dialect.isFinite}(${start}))`;
  const own = `SELECT ${runId} AS r, ${start} AS start FROM ${runs} WHERE ${dialect.isFinite}(${start})`;
  return `${own} UNION ALL SELECT p.r AS r, ${dialect.aggregate('min', ['p.w'])} AS start FROM (${wallTimes(question)}) AS p WHERE ${without} AND ${dialect.isFinite}(p.w) GROUP BY p.r`;
}

function wallTimes(question: SqlQuestion): string {
  const { dialect, names } = question;
  const { runId, minWallTime } = names.summary;
  if (!names.hasSummary || minWallTime === null) return loggedPoints(question);
  return `SELECT ${runId} AS r, ${dialect.toNumber(minWallTime)} AS w FROM ${question.table('summary')}`;
}
