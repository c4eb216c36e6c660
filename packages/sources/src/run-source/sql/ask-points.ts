import type { AskOptions, SourceSeries } from '@runhue/core';
import { reduceLine } from '../m4/reduce-line.js';
import { lineRows } from './line-rows.js';
import { askSql, type SeriesWindowQuery, type SqlSource } from './source-state.js';
import { numbersAt } from './sql-statement.js';

/** The lines of the window from all their points, reduced here, by the run's place among those asked for; null where those are more than `limit`. */
export async function askPoints(source: SqlSource, query: SeriesWindowQuery, limit: number, options: AskOptions): Promise<Map<number, Omit<SourceSeries, 'runId'>> | null> {
  const { metric, xAxis, runIds, window } = query;
  const answer = await askSql(source, options, (question) => {
    const list = question.texts(runIds);
    const lines = lineRows(question, { metric, xAxis, runIds: list, part: { side: 'within', domain: window.domain } });
    const asked = `asked AS (${question.dialect.numberedTexts(list, runIds.length)})`;
    const order = xAxis === 'Step' ? 'i, x' : 'i, x, s';
    return question.ask(
      `series of "${metric}"`,
      [asked],
      { place: ['number', 'i'], x: ['number', 'x'], y: ['number', 'v'] },
      `FROM (${lines}) AS line JOIN asked ON line.r = asked.run_id ORDER BY ${order} LIMIT ${limit + 1}`,
    );
  });
  if (answer.rowCount > limit) return null;
  const [places, x, y] = [numbersAt(answer, 0), numbersAt(answer, 1), numbersAt(answer, 2)];
  const lines = new Map<number, Omit<SourceSeries, 'runId'>>();
  for (let start = 0; start < places.length; ) {
    const place = places[start] ?? 0;
    let end = start + 1;
    while (end < places.length && places[end] === place) end += 1;
    lines.set(place, reduceLine(x.subarray(start, end), y.subarray(start, end), window));
    start = end;
  }
  return lines;
}
