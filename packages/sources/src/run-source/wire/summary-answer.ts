import type { ColumnSummary, SummaryQuery } from '@runhue/core';
import { answerFields, readCount, readFidelity, type AnswerCodec } from './answer-parts.js';
import { numberBlock } from './blocks.js';

export const summaryCodec: AnswerCodec<SummaryQuery, ColumnSummary> = {
  encode: ({ extent, quantiles, bars, finite, nonFinite, missing, fidelity }) => ({
    fields: { extent, finite, nonFinite, missing, fidelity },
    blocks: [numberBlock(quantiles), numberBlock(bars)],
    runIds: null,
  }),
  decode: (parts) => {
    const fields = answerFields(parts, ['extent', 'finite', 'nonFinite', 'missing', 'fidelity']);
    return {
      extent: fields.orNull('extent', fields.pair),
      quantiles: parts.blocks.numbers(),
      bars: parts.blocks.numbers(),
      finite: readCount(fields, 'finite'),
      nonFinite: readCount(fields, 'nonFinite'),
      missing: readCount(fields, 'missing'),
      fidelity: readFidelity(fields),
    };
  },
};
