import { createRuns, type RunSource } from '@runhue/core';
import { httpSource, type HttpSource, type HttpSourceOptions } from '@runhue/sources/http-source';
import { memorySource } from '@runhue/sources/memory-source';
import { serveRunSource, type ServeOptions } from '@runhue/sources/serve-source';
import { afterEach, describe, expect, it } from 'vitest';
import { eventually } from './eventually.js';
import { gated } from './gated.js';
import { served } from './served.js';
import { changed, lines, loss, optimizer, smallSource } from './small-source.js';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

interface Watched {
  readonly source: HttpSource;
  /** Bodies of the POST requests, as they were sent, and bytes of their answers. */
  readonly sent: { readonly questions?: readonly unknown[]; readonly runIds?: readonly string[]; readonly cancel?: readonly number[] }[];
  readonly received: number[];
}

async function watched(source: RunSource, serve: ServeOptions = {}, options: HttpSourceOptions = {}): Promise<Watched> {
  const sent: Watched['sent'] = [];
  const received: number[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const response = await globalThis.fetch(url, init);
    if (init.method === 'GET') return response;
    sent.push(JSON.parse(String(init.body)) as Watched['sent'][number]);
    const place = received.push(0) - 1;
    const count = new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        received[place] = (received[place] ?? 0) + chunk.length;
        controller.enqueue(chunk);
      },
    });
    return new Response(response.body?.pipeThrough(count) ?? null, { status: response.status, headers: response.headers });
  };
  const asking = await served(source, serve, { fetch, ...options });
  open.push(asking);
  return { source: asking, sent, received };
}

describe('httpSource', () => {
  it('sends questions of one task in one request, and equal ones once', async () => {
    const { source, sent } = await watched(smallSource());
    const [first, second, lineAnswer] = await Promise.all([source.column(loss), source.column({ yValue: 'latest', keyId: 'metric:loss' }), source.series(lines), source.keys({})]);
    expect(sent.map(({ questions }) => questions?.length)).toEqual([3]);
    expect(first).toBe(second);
    expect(lineAnswer.series.length).toBe(3);
  });

  it('joins a question that is already under way', async () => {
    const { source: engine, working, asked } = gated(smallSource());
    const { source } = await watched(engine);
    const first = source.column(loss);
    await eventually(() => working.length).toBe(1);
    const second = source.column(loss);
    working[0]?.finish();
    expect(await second).toBe(await first);
    expect(asked).toEqual(['column']);
  });

  it('sends no more than 64 questions in one request, and long ones apart', async () => {
    const { source, sent } = await watched(smallSource());
    await Promise.all(Array.from({ length: 130 }, (_, i) => source.summary({ ...loss, bars: i + 1 })));
    expect(sent.map(({ questions }) => questions?.length)).toEqual([64, 64, 2]);
    const manyIds = (letter: string): string[] => Array.from({ length: 9999 }, (_, i) => `${letter} ${i} ${'x'.repeat(20)}`);
    await Promise.all(['p', 'q', 'r'].map((letter) => source.series({ ...lines, runIds: manyIds(letter) })));
    expect(sent.slice(3).map(({ questions }) => questions?.length)).toEqual([1, 1, 1]);
  });

  it('gives each answer as soon as it is ready, whatever the others of its request', async () => {
    const { source: engine, working } = gated(smallSource(), (name) => name === 'series');
    const { source, sent } = await watched(engine);
    let isSlowDone = false;
    const slow = source.series(lines).finally(() => (isSlowDone = true));
    expect((await source.column(loss)).column.values.length).toBe(3);
    expect((await source.column(optimizer)).column.type).toBe('category');
    expect(isSlowDone).toBe(false);
    expect(sent[0]?.questions?.length).toBe(2);
    working[0]?.finish();
    expect((await slow).series.length).toBe(3);
  });

  it('keeps answers by the content of the question', async () => {
    const { source, sent } = await watched(smallSource());
    const first = await source.column(loss);
    expect(await source.column({ ...loss })).toBe(first);
    expect(await source.series(lines)).toBe(await source.series({ ...lines, window: { columns: 4, domain: [0, 3] } }));
    expect(sent.length).toBe(2);
  });

  it('lets the least recently used answers go beyond cacheBytes', async () => {
    const { runs } = createRuns(Array.from({ length: 1000 }, (_, i) => ({ id: `run ${i}`, history: [{ a: i / 7, b: i / 9, c: i / 11 }] })));
    const { source, sent } = await watched(memorySource(runs), {}, { cacheBytes: 20_000 });
    const ask = (metric: string): Promise<unknown> => source.column({ keyId: `metric:${metric}`, yValue: 'latest' });
    for (const metric of ['a', 'b', 'a', 'c', 'a']) await ask(metric);
    expect(sent.length).toBe(3);
    await ask('b');
    expect(sent.length).toBe(4);
    await source.runs({ limit: 1000 });
    await ask('b');
    expect(sent.length, 'an answer too large to keep drives out no other').toBe(5);
  });

  it('keeps no answer with cacheBytes 0', async () => {
    const { source, sent } = await watched(smallSource(), {}, { cacheBytes: 0 });
    await source.column(loss);
    await source.column(loss);
    expect(sent.length).toBe(2);
  });

  it('forgets its answers when the server names another version', async () => {
    let version = 'monday';
    const { source, sent } = await watched(smallSource(), { version: () => version });
    const monday = await source.column(loss);
    expect(await source.refresh()).toBe(false);
    expect(await source.column(loss)).toBe(monday);
    version = 'tuesday';
    await source.keys({});
    expect(await source.column(loss)).not.toBe(monday);
    expect(sent.length).toBe(3);
    version = 'wednesday';
    expect(await source.refresh()).toBe(true);
    await source.column(loss);
    expect(sent.length).toBe(4);
  });

  it('does not keep an answer that is older than the data', async () => {
    let version = 'monday';
    const { source: engine, working } = gated(smallSource(), (name) => name === 'column');
    const { source } = await watched(engine, { version: () => version });
    const old = source.column(loss);
    await eventually(() => working.length).toBe(1);
    version = 'tuesday';
    await source.keys({});
    working[0]?.finish();
    await old;
    const again = source.column(loss);
    await eventually(() => working.length).toBe(2);
    working[1]?.finish();
    expect(await again).not.toBe(await old);
  });

  it('takes the word of a later request on the data, whichever answer comes first', async () => {
    let version = 'monday';
    const handler = serveRunSource(smallSource(), { version: () => version });
    const posts: { readonly response: Response; readonly deliver: (response: Response) => void }[] = [];
    const fetch = async (url: string, init: RequestInit): Promise<Response> => {
      const response = await handler(new Request(url, init));
      return init.method === 'GET' ? response : new Promise((deliver) => posts.push({ response, deliver }));
    };
    const deliver = (index: number): void => posts[index]?.deliver(posts[index].response);
    const source = await httpSource('http://slow.test/runs', { fetch });
    const old = source.column(loss);
    await eventually(() => posts.length).toBe(1);
    version = 'tuesday';
    const keys = source.keys({});
    await eventually(() => posts.length).toBe(2);
    deliver(1);
    const kept = await keys;
    deliver(0);
    await old;
    expect(await source.keys({})).toBe(kept);
    const again = source.column(loss);
    await eventually(() => posts.length).toBe(3);
    deliver(2);
    expect(await again).not.toBe(await old);
  });

  it('takes a list of run ids once, and gives one array for all columns', async () => {
    const { runs } = createRuns(Array.from({ length: 5000 }, (_, i) => ({ id: `a run with a long name ${i}`, config: { seed: i % 7 }, history: [{ a: i / 7, b: i / 9 }] })));
    const { source, sent, received } = await watched(memorySource(runs), { compress: false });
    const columns = [];
    for (const metric of ['a', 'b']) columns.push(await source.column({ keyId: `metric:${metric}`, yValue: 'latest' }));
    columns.push(await source.column({ keyId: 'config:seed', yValue: 'latest' }));
    expect(received[0]).toBeGreaterThan(5000 * 28);
    expect(received[1]).toBeLessThan(5000 * 8 + 700);
    expect(received[2]).toBeLessThan(5000 + 700);
    expect(sent.map(({ runIds }) => runIds?.length)).toEqual([0, 1, 1]);
    expect(new Set(columns.map(({ column }) => column.runIds)).size).toBe(1);
    expect(columns[0]?.column.runIds).toEqual(runs.map(({ id }) => id));
  });

  it('gives one array of run ids also to columns that were asked for at the same time', async () => {
    const { source: engine, working } = gated(smallSource());
    const { source } = await watched(engine);
    const first = source.column(loss);
    await eventually(() => working.length).toBe(1);
    const second = source.column(optimizer);
    await eventually(() => working.length).toBe(2);
    for (const { finish } of working) finish();
    expect((await first).column.runIds).toBe((await second).column.runIds);
  });

  it('takes 120,000 run ids in their order', async () => {
    const runIds = Array.from({ length: 120_000 }, (_, i) => `run ${i}`);
    const values = new Float64Array(runIds.length);
    const engine = changed(smallSource(), { column: ({ keyId, yValue }) => Promise.resolve({ column: { keyId, yValue, type: 'number', runIds, values }, fidelity: 'exact' }) });
    const { source } = await watched(engine);
    const { column } = await source.column(loss);
    expect(column.runIds.length).toBe(runIds.length);
    expect(column.runIds.every((id, i) => id === runIds[i])).toBe(true);
  });

  it('knows a list of run ids by its content, also when the engine makes a new one each time', async () => {
    const engine = smallSource();
    const copying = changed(engine, {
      column: async (query, options) => {
        const { column, fidelity } = await engine.column(query, options);
        return { column: { ...column, runIds: [...column.runIds] }, fidelity };
      },
    });
    const { source } = await watched(copying);
    const [first, second] = [await source.column(loss), await source.column(optimizer)];
    expect(first.column.runIds).toBe(second.column.runIds);
  });

  it('carries every double, bit for bit', async () => {
    const hard = [NaN, Infinity, -Infinity, 0, -0, 5e-324, -5e-324, Number.MAX_VALUE, 2 ** 53 + 2, 0.1, 1 / 3, -1e-310, Math.fround(0.1), 255, 256, -129, 65536, 2 ** 32, -(2 ** 31)];
    const sets = [hard, [1, 2, 255], [-0, 1], [-128, 127], [0, 65535], [-32768, 5], [0, 2 ** 32 - 1], [-(2 ** 31), 7], [0.5, NaN, Infinity, -0], []];
    for (const numbers of sets) {
      const values = Float64Array.from(numbers);
      const runIds = numbers.map((_, i) => `run ${i}`);
      const engine = changed(smallSource(), {
        column: ({ keyId, yValue }) => Promise.resolve({ column: { keyId, yValue, type: 'number', runIds, values }, fidelity: 'exact' }),
        series: () => Promise.resolve({ series: [{ runId: 'a', x: values, y: values.toReversed(), hiddenVariation: values, pointCount: 3, nonFiniteCount: 1 }], fidelity: 'm4' }),
      });
      const { source } = await watched(engine);
      const bits = (array: ArrayLike<number>): BigUint64Array => new BigUint64Array(Float64Array.from(array).buffer);
      expect(bits((await source.column(loss)).column.values as Float64Array)).toEqual(bits(values));
      const { series } = await source.series(lines);
      expect([series[0]?.x, series[0]?.y, series[0]?.hiddenVariation].map((array) => bits(array ?? []))).toEqual([values, values.toReversed(), values].map(bits));
    }
  });

  it('carries configs and categories as they are', async () => {
    const config = { nan: NaN, minus: -0, text: '\u0000NaN', '\u0000key': ['\u0000', -Infinity, null], lone: '\ud800', ['__proto__']: { a: 1 }, emoji: '🦊' };
    const base = { keyId: 'config:x', yValue: 'latest', runIds: ['1', '2', '3', '4', '5'] } as const;
    const column = {
      ...base,
      type: 'mixed',
      values: ['\u0000NaN', -0, null, true, ''],
      categoryIds: ['string:\u0000NaN', 'number:0', null, 'boolean:true', 'string:'],
      nonFinite: Float64Array.of(0, 0, -Infinity, 0, 0),
    } as const;
    const engine = changed(smallSource(), {
      runs: () => Promise.resolve({ runs: [{ id: '\u0000', name: '\ud800', config, state: null, startTime: -0 }], cursor: '🦊', total: 1 }),
      column: () => Promise.resolve({ column, fidelity: 'sampled' }),
    });
    const { source } = await watched(engine);
    const page = await source.runs({ limit: 5 });
    expect(page).toStrictEqual({ runs: [{ id: '\u0000', name: '\ud800', config, state: null, startTime: -0 }], cursor: '🦊', total: 1 });
    expect(Object.hasOwn(page.runs[0]?.config ?? {}, '__proto__')).toBe(true);
    expect(await source.column({ keyId: 'config:x', yValue: 'latest' })).toStrictEqual({ column, fidelity: 'sampled' });
  });

  it('refuses a question without sense before it asks anybody', async () => {
    const { source, sent } = await watched(smallSource());
    await expect(source.column(null as unknown as typeof loss)).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining('give an object') as string });
    await expect(source.series({ ...lines, window: { ...lines.window, columns: 1e9 } })).rejects.toMatchObject({ code: 'too-large' });
    expect(sent).toEqual([]);
  });

  it('sends headers, those of a function anew each time', async () => {
    const seen: (string | null)[] = [];
    let token = 0;
    const authorize = (request: Request): boolean => seen.push(request.headers.get('Authorization')) > 0;
    const { source } = await watched(smallSource(), { authorize }, { headers: async () => ({ Authorization: `Bearer ${(token += 1)}` }) });
    await source.column(loss);
    expect(seen).toEqual(['Bearer 1', 'Bearer 2']);
  });

  it('refuses an answer beyond maxAnswerBytes', async () => {
    const { source } = await watched(smallSource(), {}, { maxAnswerBytes: 300 });
    await expect(source.runs({ limit: 10 })).rejects.toMatchObject({ code: 'too-large', message: expect.stringContaining('maxAnswerBytes') as string });
  });

  it('rejects all that is open once it is closed, and what is asked later', async () => {
    const { source: engine, working } = gated(smallSource());
    const { source } = await watched(engine);
    const pending = source.column(loss);
    await eventually(() => working.length).toBe(1);
    await Promise.all([source.close(), expect(pending).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('was closed') as string })]);
    await expect(source.keys({})).rejects.toMatchObject({ code: 'refused' });
  });

  it.each(['runs', 'ftp://example.org/', '', 'http://'])('refuses the address "%s"', async (address) => {
    await expect(httpSource(address)).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining('http://') as string });
  });

  it('rejects with the reason of a signal that ends the first request', async () => {
    const reason = new Error('left the page');
    const controller = new AbortController();
    const making = httpSource('http://silent.test/', { fetch: () => new Promise(() => undefined), signal: controller.signal });
    controller.abort(reason);
    await expect(making).rejects.toBe(reason);
  });
});

describe('httpSource, when signals are aborted', () => {
  it('ends the request once nobody wants any of its answers, and the engine\'s signals with it', async () => {
    const { source: engine, working } = gated(smallSource());
    const { source, sent } = await watched(engine);
    const [first, second] = [new AbortController(), new AbortController()];
    const answers = [source.column(loss, { signal: first.signal }), source.column(loss, { signal: second.signal }), source.series(lines, { signal: second.signal })];
    const reasons = answers.map((answer) => answer.catch((error: unknown) => error));
    await eventually(() => working.length).toBe(2);
    first.abort(new Error('first'));
    expect(await reasons[0]).toEqual(new Error('first'));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(working.map(({ signal }) => signal?.aborted)).toEqual([false, false]);
    second.abort(new Error('second'));
    expect(await Promise.all(reasons.slice(1))).toEqual([new Error('second'), new Error('second')]);
    await eventually(() => working.map(({ signal }) => signal?.aborted)).toEqual([true, true]);
    expect(sent.map(({ questions }) => questions?.length)).toEqual([2]);
  });

  it('takes single questions back, and the others of the request go on', async () => {
    const { source: engine, working } = gated(smallSource());
    const { source, sent } = await watched(engine);
    const controller = new AbortController();
    const stale = [source.column(loss, { signal: controller.signal }), source.keys({}, { signal: controller.signal })];
    const wanted = source.series(lines);
    await eventually(() => working.length).toBe(3);
    controller.abort();
    await Promise.all(stale.map((answer) => expect(answer).rejects.toBe(controller.signal.reason)));
    await eventually(() => working.map(({ name, signal }) => [name, signal?.aborted])).toEqual([['column', true], ['keys', true], ['series', false]]);
    expect(sent[1]?.cancel).toEqual([0, 1]);
    working[2]?.finish();
    expect((await wanted).series.length).toBe(3);
  });

  it('does not ask what is taken back before it is sent', async () => {
    const { source, sent } = await watched(smallSource());
    const controller = new AbortController();
    const stale = source.column(loss, { signal: controller.signal });
    const wanted = source.keys({});
    controller.abort();
    await expect(stale).rejects.toBe(controller.signal.reason);
    await wanted;
    expect(sent.map(({ questions }) => questions?.length)).toEqual([1]);
  });

  it('asks anew for a question that was taken back', async () => {
    const { source: engine, working } = gated(smallSource());
    const { source } = await watched(engine);
    const controller = new AbortController();
    const stale = source.column(loss, { signal: controller.signal });
    await eventually(() => working.length).toBe(1);
    controller.abort();
    const wanted = source.column(loss);
    await expect(stale).rejects.toBe(controller.signal.reason);
    await eventually(() => working.length).toBe(2);
    working[1]?.finish();
    expect((await wanted).column.values.length).toBe(3);
  });
});

describe('httpSource with any fetch', () => {
  it('works without a socket, over a handler itself', async () => {
    const handler = serveRunSource(smallSource());
    const source = await httpSource('http://handler.test/runs', { fetch: (url, init) => handler(new Request(url, init)) });
    expect((await source.column(loss)).column.values).toEqual(Float64Array.of(1e-310, 2 ** 53, -1 / 3));
  });
});
