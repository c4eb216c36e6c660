import { createRuns } from '@runhue/core';
import { httpSource } from '@runhue/sources/http-source';
import { memorySource } from '@runhue/sources/memory-source';
import { serveRunSource } from '@runhue/sources/serve-source';
import { expect, it } from 'vitest';
import { loss, smallSource } from './small-source.js';

it('httpSource and serveRunSource need nothing but web standards, compression included', async () => {
  const { runs } = createRuns(Array.from({ length: 20_000 }, (_, i) => ({ id: `run ${i}`, config: { optimizer: ['adam', 'sgd'][i % 2] ?? null }, history: [{ loss: (i % 10) / 7 }] })));
  const engine = memorySource(runs);
  const handler = serveRunSource(engine);
  let bytes = 0;
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const response = await handler(new Request(url, init));
    if (init.method === 'GET') return response;
    const whole = await response.arrayBuffer();
    bytes += whole.byteLength;
    return new Response(whole, { headers: response.headers });
  };
  const source = await httpSource('/api/runs', { fetch });
  const optimizer = { keyId: 'config:optimizer', yValue: 'latest' } as const;
  expect(await Promise.all([source.column(loss), source.column(optimizer)])).toEqual([await engine.column(loss), await engine.column(optimizer)]);
  expect(bytes).toBeGreaterThan(1000);
  expect(bytes).toBeLessThan(150_000);
});

it('httpSource rejects with unreachable in a page whose server is not there', async () => {
  const source = await httpSource('/api/runs', { fetch: (url, init) => (init.method === 'GET' ? serveRunSource(smallSource())(new Request(url, init)) : fetch('http://127.0.0.1:9/runs', init)) });
  await expect(source.column(loss)).rejects.toMatchObject({ code: 'unreachable', canRetry: true, message: expect.stringMatching(/\/api\/runs: it did not answer \(.+\)\. Check that/) as string });
});

it('httpSource takes an answer that is damaged under compression as garbled', async () => {
  const handler = serveRunSource(memorySource(createRuns(Array.from({ length: 2000 }, (_, i) => ({ id: `run ${i}`, history: [{ loss: 1 }] })))));
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const response = await handler(new Request(url, init));
    if (init.method === 'GET') return response;
    const whole = new Uint8Array(await response.arrayBuffer());
    whole.fill(0, whole.length - 400, whole.length - 200);
    return new Response(whole, { headers: response.headers });
  };
  const source = await httpSource('/api/runs', { fetch });
  await expect(source.column(loss)).rejects.toMatchObject({ code: 'garbled' });
});
