import { RunSourceError, type AskOptions, type SeriesAnswer, type SourceSeries } from '@runhue/core';
import { askNeighbours } from './ask-neighbours.js';
import { askPoints } from './ask-points.js';
import { askReducedColumns } from './ask-reduced-columns.js';
import { isColumnAxis, lineRows } from './line-rows.js';
import { expectedPoints, reachOf } from './reach-of-window.js';
import { askSql, type SeriesWindowQuery, type SqlSource } from './source-state.js';
import { numbersAt } from './sql-statement.js';

/**
 * The lines of given runs, reduced to the pixel columns of a window. Mostly one statement: only runs without a point close by, left or right of
 * the window, are asked for again.
 */
export async function askSeries(source: SqlSource, query: SeriesWindowQuery, options: AskOptions): Promise<SeriesAnswer> {
  if (query.runIds.length === 0) return { series: [], fidelity: 'exact' };
  const { domain } = query.window;
  const limit = Math.min(source.fetchLimit, source.maxPoints);
  const known = source.extents.of(query);
  const reach = reachOf(query, known);
  const isFew = (expectedPoints(query, reach, known) ?? (await countPoints(source, query, reach, options))) <= limit;
  const places = Array.from(query.runIds.keys());
  const whole = isFew ? await askPoints(source, query, reach, limit, options) : null;
  const lines: Map<number, Omit<SourceSeries, 'runId'>> = whole ?? (await askReducedColumns(source, query, options));
  const searched = whole !== null || isColumnAxis(source.names, query.xAxis) ? reach : everywhere;
  const near = whole === null ? await askNeighbours(source, query, places, searched, options) : new Map<number, never>();
  const isLeft = (x = Infinity): boolean => x < domain[0];
  const isRight = (x = -Infinity): boolean => x > domain[1];
  const lacksBefore = (place: number): boolean => !isLeft(lines.get(place)?.x[0]) && !isLeft(near.get(place)?.before[0]);
  const lacksAfter = (place: number): boolean => !isRight(lines.get(place)?.x.at(-1)) && !isRight(near.get(place)?.after[0]);
  const alone = places.filter((place) => (Number.isFinite(searched[0]) && lacksBefore(place)) || (Number.isFinite(searched[1]) && lacksAfter(place)));
  const far = await askNeighbours(source, query, alone, everywhere, options);
  const series = query.runIds.flatMap((runId, place): SourceSeries[] => {
    const line = lines.get(place);
    const { before = [], after = [] } = far.get(place) ?? near.get(place) ?? {};
    const own = line ?? nothing;
    if (own.x.length + before.length + after.length === 0) return [];
    return [joined(runId, isLeft(own.x[0]) ? [] : before, own, isRight(own.x.at(-1)) ? [] : after)];
  });
  const points = series.reduce((sum, { x }) => sum + x.length, 0);
  if (points > source.maxPoints) {
    throw new RunSourceError('too-large', `series of "${query.metric}": the lines of ${query.runIds.length} runs have ${points} points; the most is ${source.maxPoints}. Ask for fewer runs, fewer columns or a smaller window.`);
  }
  return { series, fidelity: series.every(({ hiddenVariation }) => hiddenVariation === null) ? 'exact' : 'm4' };
}

async function countPoints(source: SqlSource, { metric, xAxis, runIds }: SeriesWindowQuery, reach: readonly [number, number], options: AskOptions): Promise<number> {
  const answer = await askSql(source, options, (question) => {
    const lines = lineRows(question, { metric, xAxis, runIds: question.texts(runIds), part: { side: 'within', domain: reach } });
    return question.ask(`series of "${metric}"`, [], { points: ['number', 'count(*)'] }, `FROM (${lines}) AS line`);
  });
  return numbersAt(answer, 0)[0] ?? 0;
}

const everywhere = [-Infinity, Infinity] as const;
const nothing: Omit<SourceSeries, 'runId'> = { x: new Float64Array(), y: new Float64Array(), hiddenVariation: null, pointCount: 0, nonFiniteCount: 0 };

function joined(runId: string, before: readonly number[], line: Omit<SourceSeries, 'runId'>, after: readonly number[]): SourceSeries {
  if (before.length + after.length === 0) return { runId, ...line };
  const whole = (first: readonly number[], values: Float64Array, last: readonly number[]): Float64Array => Float64Array.from([...first, ...values, ...last]);
  return {
    ...line,
    runId,
    x: whole(before.slice(0, 1), line.x, after.slice(0, 1)),
    y: whole(before.slice(1), line.y, after.slice(1)),
    hiddenVariation: line.hiddenVariation && whole(before.slice(1, 2).map(() => 0), line.hiddenVariation, after.slice(1, 2).map(() => 0)),
  };
}
