import { createRuns, listKeys, readColumn } from '@runhue/core';
import { describe, expect, it } from 'vitest';

const history = (offset: number): { acc: number; loss: number }[] =>
  Array.from({ length: 8 }, (_, i) => {
    const epoch = i + 2;
    return { acc: 1 - 2 ** -epoch - offset, loss: 2 ** -epoch + offset };
  });

const { runs, problems } = createRuns([
  { id: 'a', config: { learning_rate: 0.01, batch_size: 32, optimizer: 'adam' }, history: history(0.05) },
  { id: 'b', config: { learning_rate: 0.001, batch_size: 64, optimizer: 'sgd' }, history: history(0.1) },
]);

describe("the seed document's example", () => {
  it('offers acc, loss, learning_rate, batch_size and optimizer as Keys', () => {
    expect(problems).toEqual([]);
    const offered = listKeys(runs).filter((key) => key.group !== 'default');
    expect(offered.map(({ id, type, runCount, varies }) => ({ id, type, runCount, varies }))).toEqual([
      { id: 'metric:acc', type: 'number', runCount: 2, varies: true },
      { id: 'metric:loss', type: 'number', runCount: 2, varies: true },
      { id: 'config:batch_size', type: 'number', runCount: 2, varies: true },
      { id: 'config:learning_rate', type: 'number', runCount: 2, varies: true },
      { id: 'config:optimizer', type: 'category', runCount: 2, varies: true },
    ]);
  });

  it('shows acc as Accuracy when the app says so', () => {
    const labels = (keyLabels: Record<string, string>): string[] => listKeys(runs, { keyLabels }).map((key) => key.label);
    expect(labels({ acc: 'Accuracy' })).toContain('Accuracy');
    expect(labels({ 'metric:acc': 'Accuracy' })).toContain('Accuracy');
  });

  it('reads Latest, Max and Min of acc and the one value of a config key', () => {
    expect(readColumn(runs, 'metric:acc', 'latest')).toMatchObject({ type: 'number', runIds: ['a', 'b'] });
    expect([...(readColumn(runs, 'metric:acc', 'max').values as Float64Array)]).toEqual([1 - 2 ** -9 - 0.05, 1 - 2 ** -9 - 0.1]);
    expect([...(readColumn(runs, 'metric:acc', 'min').values as Float64Array)]).toEqual([0.7, 0.65]);
    expect(readColumn(runs, 'config:optimizer', 'max').values).toEqual(['adam', 'sgd']);
  });
});
