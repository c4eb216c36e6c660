import { readMlflow } from '@runhue/sources/mlflow-rest';
import { mlflowSource } from '@runhue/sources/mlflow-source';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectSameBuckets, expectSameColumns, expectSameKeys, expectSameSummaries } from '../../packages/sources/test/run-source/key-checks.js';
import { expectSameExtents, expectSameSeries } from '../../packages/sources/test/run-source/line-checks.js';
import { expectSameOrders, expectSameRuns } from '../../packages/sources/test/run-source/run-checks.js';
import { pairOf, type SourcePair } from '../../packages/sources/test/run-source/source-pair.js';
import { freePort, runScript, startServer, temporaryFolder } from './python-process.js';

const { folder, remove } = temporaryFolder();
let url = '';
let stop = (): void => {};
let pair: SourcePair;

beforeAll(async () => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const args = ['mlflow', 'server', '--backend-store-uri', 'sqlite:///runs.db', '--host', '127.0.0.1', '--port', String(port), '--workers', '1'];
  ({ stop } = await startServer(args, `${url}/health`, { folder }));
  for (const kind of ['values', 'long']) await runScript('mlflow_runs.py', [url, kind], { folder, env: {} });
  const { runs } = await readMlflow({ url });
  pair = await pairOf(mlflowSource({ url }), runs);
});

afterAll(() => {
  stop();
  remove();
});

describe('mlflowSource over a real server on sqlite answers as memorySource over what readMlflow reads', () => {
  it('keys', () => expectSameKeys(pair));
  it('column', () => expectSameColumns(pair));
  it('column, bucketed', () => expectSameBuckets(pair));
  it('summary', () => expectSameSummaries(pair));
  it('runs', async () => {
    await expectSameRuns(pair);
    await expectSameOrders(pair);
  });
  it('extent', () => expectSameExtents(pair, false));
  it('series', () => expectSameSeries(pair, 10));

  it('series of 26,000 points, in the pixels that show them', async () => {
    const { source, runs } = pair;
    const runIds = runs.filter(({ name }) => name === 'long').map(({ id }) => id);
    const { series, fidelity } = await source.series({ metric: 'loss', xAxis: 'Step', runIds, window: { domain: [0, 25_999], columns: 500 } });
    expect(fidelity).toBe('m4');
    expect(series[0]?.pointCount).toBe(26_000);
    expect(series[0]?.x.length).toBeLessThanOrEqual(2000);
  });
});
