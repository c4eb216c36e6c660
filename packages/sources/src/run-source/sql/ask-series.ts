import { RunSourceError, type AskOptions, type SeriesAnswer, type SeriesQuery, type SourceSeries } from '@runhue/core';
import { askNeighbours } from './ask-neighbours.js';
import { askPoints } from './ask-points.js';
import { askReducedColumns } from './ask-reduced-columns.js';
import { lineRows } from './line-rows.js';
import { askSql, type SeriesWindowQuery, type SqlSource } from './source-state.js';
import { numbersAt } from './sql-statement.js';

/** The lines of given runs, reduced to the pixel columns of a window. */
export async function askSeries(source: SqlSource, query: SeriesWindowQuery, options: AskOptions): Promise<SeriesAnswer> {
  if (query.runIds.length === 0) return { series: [], fidelity: 'exact' };
  const limit = Math.min(source.fetchLimit, source.maxPoints);
  const isFew = (expectedPoints(source, query) ?? (await countPoints(source, query, options))) <= limit;
  const lines = (isFew ? await askPoints(source, query, limit, options) : null) ?? (await askReducedColumns(source, query, options));
  const neighbours = await askNeighbours(source, query, options);
  const series = query.runIds.flatMap((runId, place): SourceSeries[] => {
    const line = lines.get(place);
    const { before = [], after = [] } = neighbours.get(place) ?? {};
    return line === undefined && before.length + after.length === 0 ? [] : [joined(runId, before, line, after)];
  });
  const points = series.reduce((sum, { x }) => sum + x.length, 0);
  if (points > source.maxPoints) {
    throw new RunSourceError('too-large', `series of "${query.metric}": the lines of ${query.runIds.length} runs have ${points} points; the most is ${source.maxPoints}. Ask for fewer runs, fewer columns or a smaller window.`);
  }
  return { series, fidelity: series.every(({ hiddenVariation }) => hiddenVariation === null) ? 'exact' : 'm4' };
}

/** What the answer for the metric's extent, which a plot asks for first, lets expect of so many runs; null before it. */
function expectedPoints({ extents }: SqlSource, { metric, runIds }: SeriesQuery): number | null {
  const known = extents.get(metric);
  return known === undefined ? null : (known.points / Math.max(1, known.runs)) * Math.min(runIds.length, known.runs);
}

async function countPoints(source: SqlSource, { metric, xAxis, runIds, window }: SeriesQuery, options: AskOptions): Promise<number> {
  const answer = await askSql(source, options, (question) => {
    const lines = lineRows(question, { metric, xAxis, runIds: question.texts(runIds), part: { side: 'within', domain: window.domain } });
    return question.ask(`series of "${metric}"`, [], { points: ['number', 'count(*)'] }, `FROM (${lines}) AS line`);
  });
  return numbersAt(answer, 0)[0] ?? 0;
}

function joined(runId: string, before: readonly number[], line: Omit<SourceSeries, 'runId'> | undefined, after: readonly number[]): SourceSeries {
  const { x = new Float64Array(), y = new Float64Array(), hiddenVariation = null, pointCount = 0, nonFiniteCount = 0 } = line ?? {};
  const whole = (first: readonly number[], values: Float64Array, last: readonly number[]): Float64Array => Float64Array.from([...first, ...values, ...last]);
  return {
    runId,
    x: whole(before.slice(0, 1), x, after.slice(0, 1)),
    y: whole(before.slice(1), y, after.slice(1)),
    hiddenVariation: hiddenVariation && whole(before.slice(1, 2).map(() => 0), hiddenVariation, after.slice(1, 2).map(() => 0)),
    pointCount,
    nonFiniteCount,
  };
}
