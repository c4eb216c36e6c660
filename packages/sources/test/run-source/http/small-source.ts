import { createRuns, type ColumnQuery, type RunSource, type SeriesQuery } from '@runhue/core';
import { memorySource } from '@runhue/sources/memory-source';

/** Three runs with all that doubles can be. */
export function smallSource(): RunSource {
  const { runs } = createRuns([
    { id: 'a', name: 'first', config: { lr: 0.1, optimizer: 'adam' }, history: [{ loss: 0.1 }, { loss: NaN }, { loss: 1e-310 }] },
    { id: 'b', name: 'second', config: { lr: 0.01, optimizer: 'sgd' }, history: [{ loss: Infinity }, { loss: 2 ** 53 }] },
    { id: 'ü "quoted"', name: 'third', config: { deep: { __proto__: null, list: [1, 'two', null] } }, history: [{ loss: -1 / 3 }] },
  ]);
  return memorySource(runs);
}

export const loss: ColumnQuery = { keyId: 'metric:loss', yValue: 'latest' };
export const optimizer: ColumnQuery = { keyId: 'config:optimizer', yValue: 'latest' };
export const lines: SeriesQuery = { metric: 'loss', xAxis: 'Step', runIds: ['a', 'b', 'ü "quoted"'], window: { domain: [0, 3], columns: 4 } };

/** A source that answers as another one, but for what is given. */
export function changed(source: RunSource, changes: Partial<RunSource>): RunSource {
  return { ...source, ...changes };
}
