import { RunSourceError, type RunHead, type RunPage, type RunsQuery } from '@runhue/core';
import { answerFields, readCount, type AnswerCodec } from './answer-parts.js';
import { checkedFields } from './checked-fields.js';

export const runsCodec: AnswerCodec<RunsQuery, RunPage> = {
  encode: ({ runs, cursor, total }) => ({
    fields: { runs: runs.map(({ id, name, config, state, startTime }) => ({ id, name, config, state, startTime })), cursor, total },
    blocks: [],
    runIds: null,
  }),
  decode: (parts, { limit }) => {
    const fields = answerFields(parts, ['runs', 'cursor', 'total']);
    return { runs: fields.list('runs', limit, readRunHead), cursor: fields.orNull('cursor', (name) => fields.text(name)), total: readCount(fields, 'total') };
  },
};

function readRunHead(value: unknown, where: string): RunHead {
  const fields = checkedFields(value, where, ['id', 'name', 'config', 'state', 'startTime'], 'garbled');
  const config = fields.unknown('config');
  if (!isConfig(config)) throw new RunSourceError('garbled', `${where}.config is no object`);
  return {
    id: fields.text('id'),
    name: fields.text('name'),
    config,
    state: fields.orNull('state', (name) => fields.text(name)),
    startTime: fields.orNull('startTime', fields.number),
  };
}

/** Whatever JSON can hold is a config value. */
function isConfig(value: unknown): value is RunHead['config'] {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
