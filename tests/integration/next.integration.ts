import { httpSource } from '@runhue/sources/http-source';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNextApp } from './next-app.js';

let app: Awaited<ReturnType<typeof startNextApp>>;
beforeAll(async () => {
  app = await startNextApp('16.4.6');
});
afterAll(() => app?.stop());

const headers = { Authorization: 'Bearer key' };
const column = { keyId: 'metric:loss', yValue: 'latest' } as const;

describe('docs/serving: a route of Next, built and started', () => {
  it('answers questions', async () => {
    const asking = await httpSource(app.url, { headers });
    const [keys, values, lines] = await Promise.all([
      asking.keys({}),
      asking.column(column),
      asking.series({ metric: 'loss', xAxis: 'Step', runIds: ['run-1', 'run-299'], window: { domain: [0, 50], columns: 100 } }),
    ]);
    expect(keys.entries.map(({ id }) => id)).toContain('metric:loss');
    expect([values.column.runIds.length, values.column.values[299]]).toEqual([300, 299 / 50]);
    expect(lines.series.map(({ runId, pointCount }) => [runId, pointCount])).toEqual([['run-1', 50], ['run-299', 50]]);
  });

  it('asks the app who may ask', async () => {
    await expect(httpSource(app.url)).rejects.toMatchObject({ code: 'refused' });
  });

  it('sends an answer while another question is worked on, which stops when nobody wants it', async () => {
    const asking = await httpSource(app.url, { headers });
    const leaving = new AbortController();
    const summary = asking.summary(column, { signal: leaving.signal });
    expect((await asking.keys({})).total).toBeGreaterThan(0);
    leaving.abort();
    await expect(summary).rejects.toBe(leaving.signal.reason);
    const stopped = async (): Promise<number> => (await (await httpSource(app.url, { headers, cacheBytes: 0 })).keys({ search: 'stopped' })).total;
    await expect.poll(stopped, { timeout: 30_000 }).toBe(1);
  });
});
