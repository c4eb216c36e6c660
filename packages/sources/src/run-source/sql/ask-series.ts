import { RunSourceError, type AskOptions, type PixelWindow, type SeriesAnswer, type SeriesQuery, type SourceSeries } from '@runhue/core';
import { reduceLine } from '../m4/reduce-line.js';
import { lineRows } from './line-rows.js';
import { askSql, type SqlSource } from './source-state.js';
import { numbersAt } from './sql-statement.js';
import { askWindowEnds, type WindowEnds } from './window-ends.js';

type Query = SeriesQuery & { readonly window: Required<PixelWindow> };

/** The lines of given runs, reduced to the pixel columns of a window. */
export async function askSeries(source: SqlSource, query: Query, options: AskOptions): Promise<SeriesAnswer> {
  if (query.runIds.length === 0) return { series: [], fidelity: 'exact' };
  const ends = await askWindowEnds(source, query, options);
  const points = ends.reduce((sum, { count }) => sum + count, 0);
  if (points > source.maxPoints) {
    throw new RunSourceError('too-large', `series of "${query.metric}": ${query.runIds.length} runs have ${points} points in the window; the most is ${source.maxPoints}. Ask for fewer runs or a smaller window.`);
  }
  const series = await pointsOfWindow(source, query, ends, options);
  return { series, fidelity: series.every(({ hiddenVariation }) => hiddenVariation === null) ? 'exact' : 'm4' };
}

async function pointsOfWindow(source: SqlSource, query: Query, ends: readonly WindowEnds[], options: AskOptions): Promise<SourceSeries[]> {
  const [left, right] = query.window.domain;
  const answer = await askSql(source, options, (question) => {
    const list = question.texts(query.runIds);
    const asked = `asked AS (${question.dialect.numberedTexts(list, query.runIds.length)})`;
    const line = `(${lineRows(question, query.metric, query.xAxis, list)}) AS line JOIN asked ON line.r = asked.run_id`;
    const within = `x >= ${question.number(left)} AND x <= ${question.number(right)}`;
    return question.ask(`series of "${query.metric}"`, [asked], { i: ['number', 'i'], x: ['number', 'x'], v: ['number', 'v'] }, `FROM ${line} WHERE ${within} ORDER BY i, x, s`);
  });
  const [runs, x, y] = [numbersAt(answer, 0), numbersAt(answer, 1), numbersAt(answer, 2)];
  let at = 0;
  return ends.map(({ run, before, after }): SourceSeries => {
    const from = at;
    while (at < runs.length && runs[at] === run) at += 1;
    const joined = (first: readonly number[], values: Float64Array, last: readonly number[]): Float64Array => {
      const all = new Float64Array(first.length + at - from + last.length);
      all.set(first);
      all.set(values.subarray(from, at), first.length);
      all.set(last, first.length + at - from);
      return all;
    };
    const line = reduceLine(joined(before.slice(0, 1), x, after.slice(0, 1)), joined(before.slice(1), y, after.slice(1)), query.window);
    return { runId: query.runIds[run] ?? '', ...line };
  });
}
