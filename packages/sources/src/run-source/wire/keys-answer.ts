import { parseKeyId, RunSourceError, type KeyEntry, type KeyId, type KeyPage, type KeysQuery } from '@runhue/core';
import { answerFields, readCount, type AnswerCodec } from './answer-parts.js';
import { checkedFields } from './checked-fields.js';

const groups: readonly KeyEntry['group'][] = ['default', 'metric', 'config'];
const types: readonly KeyEntry['type'][] = ['number', 'category', 'boolean', 'date', 'mixed'];

export const keysCodec: AnswerCodec<KeysQuery, KeyPage> = {
  encode: ({ entries, total }) => ({
    fields: {
      entries: entries.map(({ id, group, name, label, type, runCount, varies }) => ({ id, group, name, label, type, runCount, varies })),
      total,
    },
    blocks: [],
    runIds: null,
  }),
  decode: (parts) => {
    const fields = answerFields(parts, ['entries', 'total']);
    return { entries: fields.list('entries', Infinity, readEntry), total: readCount(fields, 'total') };
  },
};

function readEntry(value: unknown, where: string): KeyEntry {
  const fields = checkedFields(value, where, ['id', 'group', 'name', 'label', 'type', 'runCount', 'varies'], 'garbled');
  const id = fields.text('id');
  if (parseKeyId(id) === null) throw new RunSourceError('garbled', `${where}.id is "${id.slice(0, 60)}", which is no key id`);
  return {
    id: id as KeyId,
    group: fields.choice('group', groups),
    name: fields.text('name'),
    label: fields.text('label'),
    type: fields.choice('type', types),
    runCount: readCount(fields, 'runCount'),
    varies: fields.flag('varies'),
  };
}
