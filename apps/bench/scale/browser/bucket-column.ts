import { bucketColumn, colorBuckets, defaultColorSettings, legendItems, type BucketMethod, type Bucketing, type ColorSettings, type RunColumn } from '@runhue/core';
import { httpSource } from '@runhue/sources/http-source';

/** Asks for a column of all runs and buckets it in several ways, `samples` times each; milliseconds by act. */
export async function measureBuckets(url: string, samples: number): Promise<{ runs: number; times: Record<string, number[]> }> {
  const source = await httpSource(url, { cacheBytes: 0 });
  const times: Record<string, number[]> = {};
  const take = async <T>(act: string, work: () => T | Promise<T>): Promise<T> => {
    const started = performance.now();
    const result = await work();
    (times[act] ??= []).push(performance.now() - started);
    return result;
  };
  const bucketed = (column: RunColumn, changes: Partial<ColorSettings>): Bucketing => {
    const settings = { ...defaultColorSettings, ...changes };
    const bucketing = bucketColumn(column, settings);
    legendItems(bucketing, colorBuckets(bucketing, settings, { theme: 'light' }));
    return bucketing;
  };
  const by = ({ keyId }: RunColumn, method: BucketMethod): Partial<ColorSettings> => ({ key: keyId, byKey: { [keyId]: { method } } });
  let runs = 0;
  for (let sample = 0; sample < samples; sample += 1) {
    const { column } = await take('column over HTTP', () => source.column({ keyId: 'metric:val/loss', yValue: 'latest' }));
    runs = column.runIds.length;
    await take('first bucketing: 5 buckets, colours and legend', () => bucketed(column, { key: column.keyId }));
    await take('change of count: 8', () => bucketed(column, { key: column.keyId, bucketCount: 8 }));
    await take('method quantile', () => bucketed(column, by(column, 'quantile')));
    const { column: config } = await take('config column over HTTP', () => source.column({ keyId: 'config:optimizer.lr', yValue: 'latest' }));
    await take('config: 5 buckets by log', () => bucketed(config, by(config, 'log')));
  }
  await source.close();
  return { runs, times };
}

declare global {
  interface Window {
    measureBuckets: typeof measureBuckets;
  }
}
window.measureBuckets = measureBuckets;
