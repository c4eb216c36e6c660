import type { AskOptions, SourceXAxis } from '@runhue/core';
import { reduceLine, type ReducedLine } from '../m4/reduce-line.js';
import { lineRows } from './line-rows.js';
import { askSql, type SeriesWindowQuery, type SqlSource } from './source-state.js';
import { numbersAt, type SqlAnswer } from './sql-statement.js';

/**
 * The lines of the window with the neighbours that lie within `reach`, from all points there, reduced here; by the run's place among those asked for. Null
 * where the points are more than `limit`.
 */
export async function askPoints(source: SqlSource, query: SeriesWindowQuery, reach: readonly [number, number], limit: number, options: AskOptions): Promise<Map<number, ReducedLine> | null> {
  const { metric, xAxis, runIds, window } = query;
  const answer = await askSql(source, options, (question) => {
    const list = question.texts(runIds);
    const lines = lineRows(question, { metric, xAxis, runIds: list, part: { side: 'within', domain: reach } });
    const asked = `asked AS (${question.dialect.numberedTexts(list, runIds.length)})`;
    return question.ask(
      `series of "${metric}"`,
      [asked],
      { place: ['number', 'i'], x: ['number', 'x'], y: ['number', 'v'] },
      `FROM (${lines}) AS line JOIN asked ON line.r = asked.run_id${orderOf(xAxis)} LIMIT ${limit + 1}`,
    );
  });
  if (answer.rowCount > limit) return null;
  return new Map(linesOf(answer, runIds.length).map(([place, { x, y }]) => [place, reduceLine(x, y, window)]));
}

/** Steps of a run differ, so their order is found here; along other axes, of points at one x the later step comes later. */
function orderOf(xAxis: SourceXAxis): string {
  return xAxis === 'Step' ? '' : ' ORDER BY x, s';
}

interface Line {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Rows `place, x, y` in any order as lines in order of x. */
function linesOf(answer: SqlAnswer, count: number): [place: number, line: Line][] {
  const [places, xs, ys] = [numbersAt(answer, 0), numbersAt(answer, 1), numbersAt(answer, 2)];
  const ends = new Uint32Array(count + 1);
  for (const place of places) ends[place + 1] = (ends[place + 1] ?? 0) + 1;
  for (let place = 0; place < count; place += 1) ends[place + 1] = (ends[place + 1] ?? 0) + (ends[place] ?? 0);
  const next = ends.slice(0, count);
  const x = new Float64Array(places.length);
  const y = new Float64Array(places.length);
  for (let row = 0; row < places.length; row += 1) {
    const place = places[row] as number;
    const at = next[place] as number;
    next[place] = at + 1;
    x[at] = xs[row] as number;
    y[at] = ys[row] as number;
  }
  return Array.from({ length: count }, (_, place): [number, Line] => {
    const [start, end] = [ends[place], ends[place + 1]];
    return [place, inOrder({ x: x.subarray(start, end), y: y.subarray(start, end) })];
  }).filter(([, line]) => line.x.length > 0);
}

function inOrder({ x, y }: Line): Line {
  let isOrdered = true;
  for (let i = 1; i < x.length; i += 1) isOrdered &&= (x[i - 1] as number) <= (x[i] as number);
  if (isOrdered) return { x, y };
  const order = Array.from(x.keys()).sort((a, b) => (x[a] as number) - (x[b] as number));
  return { x: Float64Array.from(order, (i) => x[i] as number), y: Float64Array.from(order, (i) => y[i] as number) };
}
