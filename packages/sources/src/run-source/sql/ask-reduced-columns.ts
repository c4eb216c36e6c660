import type { AskOptions, SourceSeries } from '@runhue/core';
import { columnSql } from './column-sql.js';
import { createLineBuilder } from './line-builder.js';
import { lineRows } from './line-rows.js';
import { askSql, type SeriesWindowQuery, type SqlSource } from './source-state.js';
import { numbersAt } from './sql-statement.js';

/**
 * The lines of the window, reduced by the engine: of each pixel column with more than four points, all finite, it gives the first, lowest, highest
 * and last, each with the variation up to it. A column that holds gaps comes whole and is reduced here, as by `reduceLine`.
 */
export async function askReducedColumns(source: SqlSource, query: SeriesWindowQuery, options: AskOptions): Promise<Map<number, Omit<SourceSeries, 'runId'>>> {
  const { metric, xAxis, runIds, window } = query;
  const answer = await askSql(source, options, (question) => {
    const { dialect } = question;
    const list = question.texts(runIds);
    const lines = lineRows(question, { metric, xAxis, runIds: list, part: { side: 'within', domain: window.domain } });
    const rows = `SELECT i, ${columnSql(question, 'x', window)} AS px, x, s, v FROM (${lines}) AS line JOIN asked ON line.r = asked.run_id`;
    return question.ask(
      `series of "${metric}"`,
      [`asked AS (${dialect.numberedTexts(list, runIds.length)})`, `line_points AS (${rows})`, ...dialect.keptPoints('line_points')],
      { run: ['number', 'i'], px: ['number', 'px'], total: ['number', 'n'], x: ['number', 'x'], y: ['number', 'v'], varied: ['number', 'varied'] },
      `FROM kept_points ORDER BY kept_points.i, kept_points.px, kept_points.place LIMIT ${source.maxPoints + 1}`,
    );
  });
  const [places, px, total, x, y, varied] = Array.from({ length: 6 }, (_, column) => numbersAt(answer, column)) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const lines = new Map<number, Omit<SourceSeries, 'runId'>>();
  for (let start = 0; start < answer.rowCount; ) {
    const builder = createLineBuilder();
    const place = places[start] ?? 0;
    while (start < answer.rowCount && places[start] === place) {
      let end = start + 1;
      while (end < answer.rowCount && places[end] === place && px[end] === px[start]) end += 1;
      const points = { x: x.subarray(start, end), y: y.subarray(start, end) };
      if (end - start === total[start]) builder.addWhole(points);
      else builder.addReduced(points, { total: total[start] ?? 0, varied: varied.subarray(start, end) });
      start = end;
    }
    lines.set(place, builder.line());
  }
  return lines;
}
