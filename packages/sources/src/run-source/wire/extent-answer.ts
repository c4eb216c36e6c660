import { RunSourceError, type ExtentAnswer, type ExtentQuery } from '@runhue/core';
import { answerFields, readCount, readFidelity, type AnswerCodec } from './answer-parts.js';
import type { CheckedFields } from './checked-fields.js';

export const extentCodec: AnswerCodec<ExtentQuery, ExtentAnswer> = {
  encode: ({ x, y, positive, runs, points, fidelity }) => ({ fields: { x, y, positive, runs, points, fidelity }, blocks: [], runIds: null }),
  decode: (parts) => {
    const fields = answerFields(parts, ['x', 'y', 'positive', 'runs', 'points', 'fidelity']);
    return {
      x: fields.orNull('x', fields.pair),
      y: fields.orNull('y', fields.pair),
      positive: readPositive(fields),
      runs: readCount(fields, 'runs'),
      points: readCount(fields, 'points'),
      fidelity: readFidelity(fields),
    };
  },
};

function readPositive(fields: CheckedFields): ExtentAnswer['positive'] {
  const [x, y] = fields.list('positive', 2, (item) => (item === null || (typeof item === 'number' && item > 0) ? item : undefined));
  if (x !== undefined && y !== undefined) return [x, y];
  throw new RunSourceError('garbled', 'answer.positive is not two numbers or nulls');
}
