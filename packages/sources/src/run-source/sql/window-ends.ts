import type { AskOptions, SeriesQuery } from '@runhue/core';
import { lineRows } from './line-rows.js';
import { askSql, type SqlSource } from './source-state.js';
import { numbersAt } from './sql-statement.js';

/** One run's line at and beyond the ends of a window. */
export interface WindowEnds {
  /** Place among the runs asked for; ascending from run to run. */
  readonly run: number;
  /** Points in the window, of them the non-finite. */
  readonly count: number;
  readonly nonFinite: number;
  /** x and y of the last point left of the window and of the first right of it; empty where there is none. */
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** The ends of the runs that have the metric and the x axis. */
export async function askWindowEnds(source: SqlSource, query: SeriesQuery, options: AskOptions): Promise<WindowEnds[]> {
  const [left, right] = query.window.domain;
  const answer = await askSql(source, options, (question) => {
    const { dialect } = question;
    const list = question.texts(query.runIds);
    const asked = `asked AS (${dialect.numberedTexts(list, query.runIds.length)})`;
    const [low, high] = [question.number(left), question.number(right)];
    // Steps differ from point to point; along other axes, of points at one x the later step comes later.
    const place = query.xAxis === 'Step' ? 'x' : dialect.tuple('x', 's');
    const within = `x >= ${low} AND x <= ${high}`;
    return question.ask(
      `series of "${query.metric}"`,
      [asked],
      {
        i: ['number', 'i'],
        total: ['number', dialect.aggregate('count', ['x'], within)],
        non_finite: ['number', dialect.aggregate('count', ['x'], `${within} AND NOT ${dialect.isFinite}(v)`)],
        before_x: ['number', dialect.aggregate('max', ['x'], `x < ${low}`)],
        before_y: ['number', dialect.aggregate('argMax', ['v', place], `x < ${low}`)],
        after_x: ['number', dialect.aggregate('min', ['x'], `x > ${high}`)],
        after_y: ['number', dialect.aggregate('argMin', ['v', place], `x > ${high}`)],
      },
      `FROM (${lineRows(question, query.metric, query.xAxis, list)}) AS line JOIN asked ON line.r = asked.run_id GROUP BY i ORDER BY i`,
    );
  });
  return Array.from(numbersAt(answer, 0), (run, row): WindowEnds => {
    const at = (column: number): number => numbersAt(answer, column)[row] ?? NaN;
    const point = (column: number): number[] => (Number.isNaN(at(column)) ? [] : [at(column), at(column + 1)]);
    return { run, count: at(1), nonFinite: at(2), before: point(3), after: point(5) };
  });
}
