import { parseKeyId, RunSourceError, type ColumnQuery, type RunColumn, type SourceColumn, type YValue } from '@runhue/core';
import { answerFields, readFidelity, type AnswerCodec, type ReceivedParts } from './answer-parts.js';
import { numberBlock } from './blocks.js';
import { categoryBlocks, readCategories } from './category-codes.js';

const types: readonly RunColumn['type'][] = ['number', 'date', 'category', 'boolean', 'mixed'];
const yValues: readonly YValue[] = ['latest', 'max', 'min'];

/** Numbers travel as one array; categories as the distinct ones and their places, and where there are, the non-finite numbers. */
export const columnCodec: AnswerCodec<ColumnQuery, SourceColumn> = {
  encode: ({ column, fidelity }) => {
    const { keyId, yValue, type, runIds } = column;
    const hasNonFinite = 'categoryIds' in column && column.nonFinite !== null;
    const fields = { keyId, yValue, type, nonFinite: hasNonFinite, fidelity };
    if (!('categoryIds' in column)) return { fields, blocks: [numberBlock(column.values)], runIds };
    const nonFinite = column.nonFinite === null ? [] : [numberBlock(column.nonFinite)];
    return { fields, blocks: [...categoryBlocks(column), ...nonFinite], runIds };
  },
  decode: (parts, query) => {
    const fields = answerFields(parts, ['keyId', 'yValue', 'type', 'nonFinite', 'fidelity']);
    const keyId = fields.text('keyId');
    const yValue = fields.choice('yValue', yValues);
    if (keyId !== query.keyId) throw new RunSourceError('garbled', `the column is of ${keyId.slice(0, 80)}`);
    const isConfig = parseKeyId(keyId)?.group === 'config';
    if (yValue !== query.yValue && !isConfig) throw new RunSourceError('garbled', `the column is of ${yValue}`);
    const type = fields.choice('type', types);
    const base = { keyId: query.keyId, yValue, runIds: runIdsOf(parts) };
    return { column: columnOf(type, base, parts, fields.flag('nonFinite')), fidelity: readFidelity(fields) };
  },
};

type ColumnBase = Pick<RunColumn, 'keyId' | 'yValue' | 'runIds'>;

function columnOf(type: RunColumn['type'], base: ColumnBase, { blocks }: ReceivedParts, hasNonFinite: boolean): RunColumn {
  const asLong = <Values extends { readonly length: number }>(values: Values): Values => {
    if (values.length === base.runIds.length) return values;
    throw new RunSourceError('garbled', `the column has ${values.length} values for ${base.runIds.length} runs`);
  };
  if (type === 'number' || type === 'date') return { ...base, type, values: asLong(blocks.numbers()) };
  const { values, categoryIds } = readCategories(blocks);
  return { ...base, type, values: asLong(values), categoryIds, nonFinite: hasNonFinite ? asLong(blocks.numbers()) : null };
}

function runIdsOf({ runIds }: ReceivedParts): readonly string[] {
  if (runIds === null) throw new RunSourceError('garbled', 'the column names a list of runs that was not sent');
  return runIds;
}
