import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { serve } from '@hono/node-server';
import { createRuns, type RunSource } from '@runhue/core';
import { httpSource } from '@runhue/sources/http-source';
import { memorySource } from '@runhue/sources/memory-source';
import express from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { createApp as createExpressApp } from '../docs/serving/express.js';
import { createApp as createHonoApp } from '../docs/serving/hono.js';
import { createApp as createNodeServer } from '../docs/serving/node.js';
import { gated } from '../packages/sources/test/run-source/http/gated.js';
import { listen, type Listening } from '../packages/sources/test/run-source/http/served.js';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((stop) => stop()));
});

type Allowed = (request: Request) => boolean;

async function onSocket(listener: RequestListener): Promise<string> {
  const listening: Listening = await listen(listener);
  open.push(listening.stop);
  return new URL('/api/runs', listening.url).href;
}

const apps: Record<string, (source: RunSource, isAllowed: Allowed) => Promise<string>> = {
  express: (source, isAllowed) => onSocket(createExpressApp(source, isAllowed)),
  'express behind express.json()': (source, isAllowed) => onSocket(express().use(express.json(), createExpressApp(source, isAllowed))),
  'express mounted under a path': async (source, isAllowed) => `${new URL(await onSocket(express().use('/app', createExpressApp(source, isAllowed)))).origin}/app/api/runs`,
  hono: async (source, isAllowed) => {
    const server = serve({ fetch: createHonoApp(source, isAllowed).fetch, port: 0, hostname: '127.0.0.1', createServer });
    await new Promise((resolve) => server.once('listening', resolve));
    open.push(() => new Promise((resolve) => {
      server.close(resolve);
      if ('closeAllConnections' in server) server.closeAllConnections();
    }));
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/api/runs`;
  },
  node: (source, isAllowed) => onSocket((request, response) => void createNodeServer(source, isAllowed).emit('request', request, response)),
};

const ids = Array.from({ length: 300 }, (_, i) => `run-${i}`);
const runs = createRuns(ids.map((id, i) => ({ id, config: { lr: i / 10 }, history: Array.from({ length: 50 }, (_, step) => ({ _step: step, loss: i / (step + 1) })) })));
const window = { domain: [0, 50], columns: 100 } as const;
const column = { keyId: 'metric:loss', yValue: 'latest' } as const;

describe.each(Object.keys(apps))('docs/serving: %s', (name) => {
  const start = (source: RunSource, isAllowed: Allowed = () => true): Promise<string> => {
    const app = apps[name];
    if (!app) throw new Error(name);
    return app(source, isAllowed);
  };

  it('answers what the source answers', async () => {
    const source = memorySource(runs);
    const asking = await httpSource(await start(source));
    expect(asking.abilities).toEqual(source.abilities);
    const series = { metric: 'loss', xAxis: 'Step', runIds: ids, window };
    const [keys, values, page, lines] = await Promise.all([asking.keys({}), asking.column(column), asking.runs({ limit: 20 }), asking.series(series)]);
    expect(keys).toEqual(await source.keys({}));
    expect(values).toEqual(await source.column(column));
    expect(page).toEqual(await source.runs({ limit: 20 }));
    expect(lines).toEqual(await source.series(series));
  });

  it('asks the app who may ask, with the request’s own headers', async () => {
    const url = await start(memorySource(runs), (request) => request.headers.get('Authorization') === 'Bearer key');
    await expect(httpSource(url)).rejects.toMatchObject({ code: 'refused' });
    const asking = await httpSource(url, { headers: { Authorization: 'Bearer key' } });
    expect((await asking.keys({})).total).toBeGreaterThan(0);
  });

  it('sends each answer when it is ready, while others are worked on', async () => {
    const { source, working } = gated(memorySource(runs), (question) => question === 'column');
    const asking = await httpSource(await start(source));
    const late = asking.column(column);
    expect((await asking.keys({})).total).toBeGreaterThan(0);
    await expect.poll(() => working.length).toBe(1);
    working[0]?.finish();
    expect((await late).column.runIds).toHaveLength(300);
  });

  it('tells the source to stop when the reader goes away', async () => {
    const { source, working } = gated(memorySource(runs));
    const asking = await httpSource(await start(source));
    const leaving = new AbortController();
    const answer = asking.column(column, { signal: leaving.signal });
    await expect.poll(() => working.length).toBe(1);
    leaving.abort();
    await expect(answer).rejects.toBe(leaving.signal.reason);
    await expect.poll(() => working[0]?.signal?.aborted).toBe(true);
  });
});

it('docs/serving.md shows the files that these tests run', () => {
  const text = readFileSync(new URL('../docs/serving.md', import.meta.url), 'utf8');
  const shown = [...text.matchAll(/\[`([\w.-]+)`\]\(serving\/\1\)[^`]*```\w+\n([\s\S]*?)```/g)];
  expect(shown.map(([, file]) => file)).toEqual(['express.ts', 'hono.ts', 'next-route.js', 'node.ts']);
  for (const [, file, code] of shown) expect(code).toBe(readFileSync(new URL(`../docs/serving/${file}`, import.meta.url), 'utf8'));
});
