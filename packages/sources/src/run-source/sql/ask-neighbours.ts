import type { AskOptions, SeriesQuery } from '@runhue/core';
import { lineRows } from './line-rows.js';
import { askSql, type SqlSource } from './source-state.js';
import { numbersAt } from './sql-statement.js';

/** x and y of the last point left of a window and of the first right of it; empty where there is none. */
export interface Neighbours {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** The neighbours of the runs at some places among those asked for, by place, of those that have any; looked for no further than `reach`. */
export async function askNeighbours(source: SqlSource, query: SeriesQuery, places: readonly number[], reach: readonly [number, number], options: AskOptions): Promise<Map<number, Neighbours>> {
  if (places.length === 0) return new Map();
  const { metric, xAxis, window } = query;
  const answer = await askSql(source, options, (question) => {
    const { dialect } = question;
    const list = question.texts(places.map((place) => query.runIds[place] ?? ''));
    const [left, right] = window.domain.map(question.number) as [string, string];
    // Steps differ from point to point; along other axes, of points at one x the later step comes later.
    const order = xAxis === 'Step' ? 'x' : dialect.tuple('x', 's');
    const lines = `(${lineRows(question, { metric, xAxis, runIds: list, part: { side: 'beyond', domain: window.domain, reach } })}) AS line JOIN asked ON line.r = asked.run_id`;
    return question.ask(
      `series of "${metric}"`,
      [`asked AS (${dialect.numberedTexts(list, places.length)})`],
      {
        place: ['number', 'i'],
        before_x: ['number', dialect.aggregate('max', ['x'], `x < ${left}`)],
        before_y: ['number', dialect.aggregate('argMax', ['v', order], `x < ${left}`)],
        after_x: ['number', dialect.aggregate('min', ['x'], `x > ${right}`)],
        after_y: ['number', dialect.aggregate('argMin', ['v', order], `x > ${right}`)],
      },
      `FROM ${lines} GROUP BY i`,
    );
  });
  return new Map(
    Array.from(numbersAt(answer, 0), (i, row): [number, Neighbours] => {
      const at = (column: number): number => numbersAt(answer, column)[row] ?? NaN;
      const point = (column: number): number[] => (Number.isNaN(at(column)) ? [] : [at(column), at(column + 1)]);
      return [places[i] ?? -1, { before: point(1), after: point(3) }];
    }),
  );
}
