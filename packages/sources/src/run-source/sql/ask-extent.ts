import type { AskOptions, ExtentAnswer, ExtentQuery } from '@runhue/core';
import { lineRows } from './line-rows.js';
import { askSql, type SqlSource } from './source-state.js';
import { numbersAt } from './sql-statement.js';

/** The ends of both axes for a metric over all runs, by the engine. */
export async function askExtent(source: SqlSource, { metric, xAxis }: ExtentQuery, options: AskOptions): Promise<ExtentAnswer> {
  const answer = await askSql(source, options, (question) => {
    const { dialect } = question;
    const finite = `${dialect.isFinite}(v)`;
    return question.ask(
      `extent of "${metric}"`,
      [],
      {
        x_min: ['number', dialect.aggregate('min', ['x'])],
        x_max: ['number', dialect.aggregate('max', ['x'])],
        y_min: ['number', dialect.aggregate('min', ['v'], finite)],
        y_max: ['number', dialect.aggregate('max', ['v'], finite)],
        x_positive: ['number', dialect.aggregate('min', ['x'], 'x > 0')],
        y_positive: ['number', dialect.aggregate('min', ['v'], `v > 0 AND ${finite}`)],
        runs: ['number', 'count(DISTINCT r)'],
        points: ['number', 'count(*)'],
      },
      `FROM (${lineRows(question, metric, xAxis)}) AS line`,
    );
  });
  const at = (column: number): number => numbersAt(answer, column)[0] ?? NaN;
  const ends = (low: number, high: number): readonly [number, number] | null => (low <= high ? [low + 0, high + 0] : null);
  const known = (value: number): number | null => (Number.isNaN(value) ? null : value);
  return { x: ends(at(0), at(1)), y: ends(at(2), at(3)), positive: [known(at(4)), known(at(5))], runs: at(6), points: at(7), fidelity: 'exact' };
}
