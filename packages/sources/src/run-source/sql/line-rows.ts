import type { SourceXAxis } from '@runhue/core';
import { loggedPoints } from './logged-points.js';
import { runStarts } from './run-starts.js';
import type { SqlQuestion } from './sql-question.js';

/**
 * The points of a metric along an x axis, rows `r, s, x, v`, without those whose x is not finite; of given runs (a bound list) or of all.
 * A metric on x is joined at equal steps.
 */
export function lineRows(question: SqlQuestion, metric: string, xAxis: SourceXAxis, runIds?: string): string {
  const { dialect } = question;
  const points = `(${loggedPoints(question, { key: question.text(metric), runIds })}) AS p`;
  const rows = (x: string, from: string): string => `SELECT p.r AS r, p.s AS s, ${x} AS x, p.v AS v FROM ${from}`;
  if (xAxis === 'Step') return rows('p.s', points);
  const finite = (x: string, from: string): string => `${rows(x, from)} WHERE ${dialect.isFinite}(${x})`;
  if (xAxis === 'Relative Time (Process)') return finite('p.t', points);
  if (xAxis === 'Wall Time') return finite('p.w', points);
  if (xAxis === 'Relative Time (Wall)') return finite('p.w - starts.start', `${points} JOIN (${runStarts(question)}) AS starts ON p.r = starts.r`);
  const other = loggedPoints(question, { key: question.text(xAxis), runIds });
  return finite('other.v', `${points} JOIN (${other}) AS other ON p.r = other.r AND p.s = other.s`);
}
