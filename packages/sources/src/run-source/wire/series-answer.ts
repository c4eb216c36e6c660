import { RunSourceError, type SeriesAnswer, type SeriesQuery, type SourceSeries } from '@runhue/core';
import { answerFields, readFidelity, type AnswerCodec } from './answer-parts.js';
import { numberBlock } from './blocks.js';

/**
 * All lines in eight arrays: which of the runs asked for, lengths, counts of points and of non-finite ones, whether something was left out, and
 * one after the other x, y and (where something was left out) the hidden variation.
 */
export const seriesCodec: AnswerCodec<SeriesQuery, SeriesAnswer> = {
  encode: ({ series, fidelity }, query) => ({
    fields: { fidelity },
    blocks: [
      numberBlock(placesOf(series, query)),
      numberBlock(series.map(({ x }) => x.length)),
      numberBlock(series.map(({ pointCount }) => pointCount)),
      numberBlock(series.map(({ nonFiniteCount }) => nonFiniteCount)),
      numberBlock(series.map(({ hiddenVariation }) => (hiddenVariation === null ? 0 : 1))),
      numberBlock(joined(series.map(({ x }) => x))),
      numberBlock(joined(series.map(({ y }) => y))),
      numberBlock(joined(series.flatMap(({ hiddenVariation }) => hiddenVariation ?? []))),
    ],
    runIds: null,
  }),
  decode: (parts, query) => {
    const fidelity = readFidelity(answerFields(parts, ['fidelity']));
    const { blocks } = parts;
    const places = blocks.counts();
    const [lengths, pointCounts, nonFiniteCounts, hides] = [blocks.counts(), blocks.counts(), blocks.counts(), blocks.counts()];
    if ([lengths, pointCounts, nonFiniteCounts, hides].some(({ length }) => length !== places.length)) {
      throw new RunSourceError('garbled', 'the lines have more lengths or counts than there are');
    }
    const [takeX, takeY, takeHidden] = [cutter(blocks.numbers()), cutter(blocks.numbers()), cutter(blocks.numbers())];
    const series = Array.from(places, (place, i): SourceSeries => {
      const runId = query.runIds[place];
      if (runId === undefined || (i > 0 && place <= (places[i - 1] as number))) throw new RunSourceError('garbled', 'the lines are not of the runs asked for');
      const length = lengths[i] as number;
      return {
        runId,
        x: takeX(length),
        y: takeY(length),
        hiddenVariation: hides[i] === 0 ? null : takeHidden(length),
        pointCount: pointCounts[i] as number,
        nonFiniteCount: nonFiniteCounts[i] as number,
      };
    });
    for (const take of [takeX, takeY, takeHidden]) take(null);
    return { series, fidelity };
  },
};

/** The place of each line's run among those asked for, ascending. */
function placesOf(series: readonly SourceSeries[], { runIds }: SeriesQuery): Float64Array {
  let next = 0;
  return Float64Array.from(series, ({ runId, x, y, hiddenVariation }) => {
    const place = runIds.indexOf(runId, next);
    if (place < 0) throw new RunSourceError('failed', `The engine gave a line of run "${runId.slice(0, 60)}", which was not asked for at that place.`);
    if (y.length !== x.length || (hiddenVariation !== null && hiddenVariation.length !== x.length)) {
      throw new RunSourceError('failed', `The engine gave a line of run "${runId.slice(0, 60)}" whose arrays differ in length.`);
    }
    next = place + 1;
    return place;
  });
}

function joined(arrays: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const array of arrays) {
    all.set(array, offset);
    offset += array.length;
  }
  return all;
}

/** Cuts an array into pieces with memory of their own; null: nothing may be left. */
function cutter(all: Float64Array<ArrayBuffer>): (length: number | null) => Float64Array<ArrayBuffer> {
  let start = 0;
  return (length) => {
    const end = start + (length ?? 0);
    if (end > all.length || (length === null && end < all.length)) throw new RunSourceError('garbled', 'the lines have other lengths than points');
    const piece = all.slice(start, end);
    start = end;
    return piece;
  };
}
