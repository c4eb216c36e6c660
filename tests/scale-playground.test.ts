import { bucketColumn, colorBuckets, defaultColorSettings, legendItems } from '@runhue/core';
import { httpSource } from '@runhue/sources/http-source';
import { chromium, type Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer } from '../apps/playground/scale/start-server.mjs';
import { findChromium, launchArguments } from '../scripts/chromium.mjs';

let server: Awaited<ReturnType<typeof startServer>>;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ port: 0, first: 'tiny', folder: 'scale-test', log: () => undefined });
  browser = await chromium.launch({ executablePath: findChromium()?.path, args: launchArguments });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

it('playground:scale answers httpSource from the Parquet files: the legend counts all runs, lines keep every run asked for', async () => {
  const source = await httpSource(`${server.address}api/tiny`);
  const { column } = await source.column({ keyId: 'metric:val/loss', yValue: 'latest' });
  const bucketing = bucketColumn(column, { ...defaultColorSettings, key: column.keyId });
  const items = legendItems(bucketing, colorBuckets(bucketing, defaultColorSettings, { theme: 'light' }));
  expect(items.reduce((sum, { count }) => sum + count, 0)).toBe(60);
  const { runs, total } = await source.runs({ limit: 5, search: 'adamw' });
  expect(total).toBeGreaterThan(5);
  const runIds = runs.map(({ id }) => id);
  const { series } = await source.series({ metric: 'train/loss', xAxis: 'Step', runIds, window: { domain: [0, 399], columns: 50 } });
  expect(series.map(({ runId }) => runId)).toEqual(runIds);
});

it('playground:scale says which projects there are when asked for another', async () => {
  const response = await fetch(`${server.address}api/huge`);
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('There is no project \\"huge\\"; there are tiny, small, 20m, 200m, million.');
});

it('the page of playground:scale shows all runs of the project in its legend', async () => {
  const page = await browser.newPage();
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.goto(`${server.address}?project=tiny`);
  const items = page.getByRole('button', { name: /\d+ runs?$/ });
  await items.first().waitFor();
  const counts = (await items.allInnerTexts()).map((text) => Number(/(\d+) runs?\s*$/.exec(text)?.[1]));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(60);
  expect(errors).toEqual([]);
});

it('the page of playground:scale, opened again, has keys, column and extents from the browser’s own cache', async () => {
  const page = await (await browser.newContext()).newPage();
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  const sent = new Map<string, string>();
  const fromCache = new Set<string>();
  network.on('Network.requestWillBeSent', ({ requestId, request }) => {
    const ask = new URL(request.url).searchParams.get('ask');
    if (ask !== null) sent.set(requestId, (JSON.parse(ask) as { question: { ask: string } }).question.ask);
  });
  network.on('Network.requestServedFromCache', ({ requestId }) => fromCache.add(requestId));
  network.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.fromDiskCache === true) fromCache.add(requestId);
  });
  const opened = async (): Promise<readonly (readonly [string, boolean])[]> => {
    sent.clear();
    await page.goto(`${server.address}?project=tiny`, { waitUntil: 'networkidle' });
    await page.locator('canvas.runhue-plot-lines').first().waitFor();
    return [...sent].map(([id, ask]) => [ask, fromCache.has(id)] as const);
  };
  const first = await opened();
  expect(new Set(first.map(([ask]) => ask))).toEqual(new Set(['keys', 'column', 'extent']));
  expect(first.some(([, kept]) => kept)).toBe(false);
  expect((await opened()).filter(([, kept]) => !kept)).toEqual([]);
});
