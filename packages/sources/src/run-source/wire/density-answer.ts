import { RunSourceError, type DensityAnswer, type DensityQuery } from '@runhue/core';
import { answerFields, readFidelity, type AnswerCodec } from './answer-parts.js';
import { numberBlock } from './blocks.js';

/** One array of counts per bucket. */
export const densityCodec: AnswerCodec<DensityQuery, DensityAnswer> = {
  encode: ({ counts, fidelity }) => ({ fields: { fidelity }, blocks: counts.map(numberBlock), runIds: null }),
  decode: (parts, { window, rows, buckets }) => {
    const fidelity = readFidelity(answerFields(parts, ['fidelity']));
    const cells = window.columns * rows;
    const counts = Array.from({ length: (buckets?.edges.length ?? 0) + 1 }, () => {
      const bucket = parts.blocks.counts();
      if (bucket.length === cells) return bucket;
      throw new RunSourceError('garbled', `the density has ${bucket.length} cells where ${cells} were asked for`);
    });
    return { counts, fidelity };
  },
};
