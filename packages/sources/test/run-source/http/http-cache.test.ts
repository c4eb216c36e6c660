import { RunSourceError, type RunSource } from '@runhue/core';
import { httpSource, type HttpSource, type HttpSourceOptions } from '@runhue/sources/http-source';
import { serveRunSource, type ServeOptions } from '@runhue/sources/serve-source';
import { toNodeListener } from '@runhue/sources/serve-source-node';
import { Agent, cacheStores, fetch as undiciFetch, interceptors, type Dispatcher } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { eventually } from './eventually.js';
import { gated } from './gated.js';
import { listen } from './served.js';
import { changed, lines, loss, optimizer, smallSource } from './small-source.js';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((stop) => stop()));
});

/** What came over the wire to a server on a socket. */
interface Served {
  readonly url: string;
  /** Methods of the requests for answers, not abilities; `GET` of a question is `GET ask`. */
  readonly requests: string[];
  readonly responses: Response[];
}

async function serving(source: RunSource, options: ServeOptions): Promise<Served> {
  const handler = serveRunSource(source, { onError: () => undefined, ...options });
  const requests: string[] = [];
  const responses: Response[] = [];
  const listening = await listen(
    toNodeListener(async (request) => {
      const response = await handler(request);
      if (request.method === 'POST' || request.url.includes('ask=')) {
        requests.push(request.method === 'GET' ? 'GET ask' : request.method);
        responses.push(response);
      }
      return response;
    }),
  );
  open.push(listening.stop);
  return { url: listening.url, requests, responses };
}

/** A browser: its pages share one HTTP cache (undici's, by RFC 9111). */
function browser(type: 'private' | 'shared' = 'private'): (url: string, options?: HttpSourceOptions) => Promise<HttpSource> {
  const agent = new Agent();
  const dispatcher: Dispatcher = agent.compose(interceptors.cache({ store: new cacheStores.MemoryCacheStore(), type }));
  open.push(() => agent.close());
  const fetch = (url: string, init: RequestInit): Promise<Response> => undiciFetch(url, { ...init, dispatcher } as never) as unknown as Promise<Response>;
  return (url, options) => httpSource(url, { fetch, ...options });
}

const keep: ServeOptions = { version: 'monday', httpCache: 'private' };
const extent = { metric: 'loss', xAxis: 'Step' } as const;

async function askAll(source: RunSource): Promise<unknown[]> {
  const first = [await source.column(loss), await source.column(optimizer)];
  return [...first, ...(await Promise.all([source.keys({}), source.summary({ ...loss, quantiles: [0.5] }), source.extent(extent)]))];
}

describe('serveRunSource with httpCache', () => {
  it('lets an HTTP cache answer another page: the engine is asked once', async () => {
    const { source, asked } = gated(smallSource(), () => false);
    const { url, requests } = await serving(source, keep);
    const page = browser();
    const first = await askAll(await page(url));
    expect(asked).toHaveLength(5);
    expect(await askAll(await page(url))).toEqual(first);
    expect(first).toEqual(await askAll(smallSource()));
    expect([asked.length, requests]).toEqual([5, Array(5).fill('GET ask')]);
  });

  it('asks anew under another version, of which a page hears by any answer', async () => {
    const { source, asked } = gated(smallSource(), () => false);
    let version = 'monday';
    const { url } = await serving(source, { ...keep, version: () => version });
    const page = browser();
    const asking = await page(url);
    await asking.keys({});
    version = 'tuesday';
    await asking.series(lines);
    await asking.keys({});
    expect(asked).toEqual(['keys', 'series', 'keys']);
    await (await page(url)).keys({});
    expect(asked).toHaveLength(3);
  });

  it('does not take an old answer of the cache for the news that a request before it brings', async () => {
    const { source, asked } = gated(smallSource(), () => false);
    let version: string | Promise<string> = 'monday';
    const { url } = await serving(source, { ...keep, version: async () => version });
    const page = browser();
    await (await page(url)).keys({});
    const asking = await page(url);
    let load: (version: string) => void = () => undefined;
    version = new Promise((resolve) => (load = resolve));
    const slow = asking.series(lines);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await asking.keys({});
    load('tuesday');
    await slow;
    await asking.keys({});
    expect(asked).toEqual(['keys', 'series', 'keys']);
  });

  it('answers a page that knows an old version with the present data, not to be kept', async () => {
    const { source, asked } = gated(smallSource(), () => false);
    let version = 'monday';
    const { url, responses } = await serving(source, { ...keep, version: () => version });
    const asking = await browser()(url);
    version = 'tuesday';
    await asking.keys({});
    expect(responses[0]?.headers.get('Cache-Control')).toBe('no-store, no-transform');
    await asking.extent(extent);
    expect(responses[1]?.headers.get('Cache-Control')).toBe('private, max-age=86400, immutable, no-transform');
    await asking.keys({});
    expect(asked).toEqual(['keys', 'extent']);
  });

  it('keeps no error', async () => {
    const good = smallSource();
    let isDown = true;
    const source = changed(good, { keys: (query) => (isDown ? Promise.reject(new RunSourceError('failed', 'The engine fell over: ask again.')) : good.keys(query)) });
    const { url, responses } = await serving(source, keep);
    const asking = await browser()(url);
    await expect(asking.keys({})).rejects.toMatchObject({ code: 'failed', message: expect.stringContaining('The engine fell over') as string });
    expect([responses[0]?.status, responses[0]?.headers.get('Cache-Control')]).toEqual([500, 'no-store']);
    isDown = false;
    expect(await asking.keys({})).toEqual(await good.keys({}));
  });

  it('keeps answers of one login apart from another', async () => {
    const { source, asked } = gated(smallSource(), () => false);
    const users = ['login=ann', 'login=bob'];
    const { url, responses } = await serving(source, { ...keep, authorize: (request) => users.includes(request.headers.get('Cookie') ?? '') });
    const page = browser();
    const as = (Cookie: string): Promise<HttpSource> => page(url, { headers: { Cookie } });
    await (await as('login=ann')).keys({});
    expect(responses[0]?.headers.get('Vary')).toBe('Authorization, Cookie');
    await (await as('login=bob')).keys({});
    expect(asked).toHaveLength(2);
    await (await as('login=ann')).keys({});
    expect(asked).toHaveLength(2);
    users.pop();
    await expect(as('login=bob')).rejects.toMatchObject({ code: 'refused' });
  });

  it('private is kept by no cache that readers share, public is', async () => {
    for (const [httpCache, questions] of [['private', 2], ['public', 1]] as const) {
      const { source, asked } = gated(smallSource(), () => false);
      const { url } = await serving(source, { ...keep, httpCache });
      const network = browser('shared');
      await (await network(url)).keys({});
      await (await network(url)).keys({});
      expect([httpCache, asked.length]).toEqual([httpCache, questions]);
    }
  });

  it('batches what is one reader’s alone, what is too long for an address, and the first columns together', async () => {
    const { url, requests } = await serving(smallSource(), keep);
    const asking = await browser()(url);
    await Promise.all([asking.series(lines), asking.runs({ limit: 2 })]);
    expect(requests.splice(0)).toEqual(['POST']);
    await asking.keys({ search: 'ü'.repeat(400) });
    expect(requests.splice(0)).toEqual(['POST']);
    await Promise.all([asking.column(loss), asking.column(optimizer)]);
    expect(requests.splice(0)).toEqual(['POST']);
    await Promise.all([asking.column({ ...loss, yValue: 'max' }), asking.column({ ...loss, yValue: 'min' })]);
    expect(requests).toEqual(['GET ask', 'GET ask']);
  });

  it('sends the list of all runs once', async () => {
    const { url, responses } = await serving(smallSource(), keep);
    const asking = await browser()(url);
    const [first, second] = [await asking.column(loss), await asking.column({ ...loss, yValue: 'max' })];
    expect(second.column.runIds).toBe(first.column.runIds);
    const [long, short] = responses.map(({ headers }) => Number(headers.get('Content-Length')));
    expect(short).toBeLessThan(long ?? 0);
  });

  it('takes a question back', async () => {
    const { source, working } = gated(smallSource());
    const { url } = await serving(source, keep);
    const asking = await browser()(url);
    const leaving = new AbortController();
    const answer = asking.column(loss, { signal: leaving.signal });
    await eventually(() => working.length).toBe(1);
    leaving.abort();
    await expect(answer).rejects.toBe(leaving.signal.reason);
    await eventually(() => working[0]?.signal?.aborted).toBe(true);
  });

  const asks = (over: object = {}): string => `http://plots.example.org/runs?ask=${encodeURIComponent(JSON.stringify({ protocol: 1, accept: [], version: 'monday', runIds: [], question: { ask: 'keys', query: {} }, ...over }))}`;
  it.each([
    ['a picture or script of another page', new Request(asks(), { headers: { 'Sec-Fetch-Mode': 'no-cors' } }), 403, /fetch only/],
    ['a link of another page', new Request(asks(), { headers: { 'Sec-Fetch-Mode': 'navigate' } }), 403, /fetch only/],
    ['no JSON', new Request('http://plots.example.org/runs?ask=x'), 400, /cannot be read/],
    ['a field that is unknown', new Request(asks({ more: 1 })), 400, /field "more"/],
    ['another protocol', new Request(asks({ protocol: 2 })), 400, /speaks 1/],
    ['a question that is none', new Request(asks({ question: { ask: 'drop', query: {} } })), 400, /must be one of keys/],
    ['an address that is too long', new Request(asks({ question: { ask: 'keys', query: { search: 'x'.repeat(9000) } } })), 413, /at most 8000/],
  ] as const)('refuses %s', async (_, request, status, words) => {
    const response = await serveRunSource(smallSource(), { ...keep, onError: () => undefined })(request);
    expect([response.status, response.headers.get('Cache-Control')]).toEqual([status, 'no-store']);
    expect(((await response.json()) as { message: string }).message).toMatch(words);
  });

  it('names the origin in Vary where pages of named origins may ask', async () => {
    const handler = serveRunSource(smallSource(), { ...keep, cors: { origins: ['https://a.example'] } });
    const response = await handler(new Request(asks(), { headers: { Origin: 'https://a.example' } }));
    expect([response.headers.get('Vary'), response.headers.get('Access-Control-Allow-Origin')]).toEqual(['Origin, Authorization, Cookie', 'https://a.example']);
  });

  it('throws at once where a cache would give answers away, or keep old ones', () => {
    expect(() => serveRunSource(smallSource(), { httpCache: 'private' })).toThrow(/needs a version/);
    expect(() => serveRunSource(smallSource(), { ...keep, httpCache: 'public', authorize: () => true })).toThrow(/everybody. Use "private"/);
  });
});

it('serveRunSource without httpCache is asked by POST alone, and lets nothing be kept', async () => {
  const { url, requests, responses } = await serving(smallSource(), { version: 'monday' });
  await askAll(await browser()(url));
  expect(new Set(requests)).toEqual(new Set(['POST']));
  expect(responses[0]?.headers.get('Cache-Control')).toBe('no-store, no-transform');
});
