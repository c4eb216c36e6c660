import type { IncomingMessage, ServerResponse } from 'node:http';
import { RunSourceError, type RunSource } from '@runhue/core';
import { httpSource, type HttpSource, type HttpSourceOptions } from '@runhue/sources/http-source';
import { serveRunSource } from '@runhue/sources/serve-source';
import { toNodeListener } from '@runhue/sources/serve-source-node';
import { afterEach, describe, expect, it } from 'vitest';
import { eventually } from './eventually.js';
import { listen, type Listening } from './served.js';
import { changed, lines, loss, optimizer, smallSource } from './small-source.js';

type Answer = (whole: Uint8Array, response: ServerResponse, request: IncomingMessage) => void;

const open: Listening[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ stop }) => stop()));
});

/** A server that answers GET as it should, and POST as `answer.now` does with the bytes that it should send. */
async function faulty(answer: { now: Answer }, options: HttpSourceOptions = {}, source: RunSource = smallSource()): Promise<HttpSource & { url: string }> {
  const handler = serveRunSource(source, { compress: false });
  const right = toNodeListener(handler);
  const listening = await listen((request, response) => {
    if (request.method === 'GET') return right(request, response);
    const chunks: Uint8Array[] = [];
    request.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    request.on('end', () => {
      const asked = new Request('http://here/', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: Buffer.concat(chunks) });
      handler(asked)
        .then((given) => given.arrayBuffer())
        .then((bytes) => answer.now(new Uint8Array(bytes), response, request))
        .catch((error: unknown) => response.destroy(error as Error));
    });
  });
  open.push(listening);
  return { ...(await httpSource(listening.url, options)), url: listening.url };
}

const headers = { 'Content-Type': 'application/vnd.runhue.answers' };
const rightly: Answer = (bytes, response) => response.writeHead(200, headers).end(bytes);

async function errorOf(asking: Promise<unknown>): Promise<RunSourceError> {
  const error: unknown = await asking.then(() => null, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(RunSourceError);
  return error as RunSourceError;
}

/** The error has the code and names address, question and way out; nothing was kept, and the next ask works. */
async function expectFault(answer: { now: Answer }, source: HttpSource & { url: string }, code: string, words: RegExp): Promise<void> {
  const error = await errorOf(source.column(loss));
  expect(error.code).toBe(code);
  expect(error.message).toContain('the column of metric:loss (latest)');
  expect(error.message).toContain(source.url);
  expect(error.message).toMatch(words);
  const before = answer.now;
  answer.now = rightly;
  const { column } = await source.column(loss);
  expect(column.runIds).toEqual(['a', 'b', 'ü "quoted"']);
  expect(column.values).toEqual(Float64Array.of(1e-310, 2 ** 53, -1 / 3));
  answer.now = before;
}

describe('httpSource, when the server', () => {
  it('is not there, rejects with unreachable, and asks again when it is', async () => {
    const listening = await listen(toNodeListener(serveRunSource(smallSource())));
    const source = await httpSource(listening.url);
    await listening.stop();
    const error = await errorOf(source.column(loss));
    expect(error).toMatchObject({ code: 'unreachable', canRetry: true });
    expect(error.message).toMatch(/^Could not get the column of metric:loss \(latest\) from http:.*did not answer \(fetch failed: .+\)\. Check that the server runs/);
    const gone = await errorOf(httpSource(listening.url));
    expect(gone.message).toMatch(/the source's abilities.*ECONNREFUSED/);
    open.push(await listen(toNodeListener(serveRunSource(smallSource())), Number(new URL(listening.url).port)));
    expect((await source.column(loss)).fidelity).toBe('exact');
  });

  it('is silent, rejects with timeout and lets go of the request', async () => {
    let closed = 0;
    const answer: { now: Answer } = { now: (_, __, request) => request.socket.on('close', () => (closed += 1)) };
    const source = await faulty(answer, { timeoutMs: 1000 });
    await expectFault(answer, source, 'timeout', /nothing came for 1 s\. Ask again, or for less/);
    await eventually(() => closed).toBe(1);
  });

  it('falls silent in mid-answer, rejects with timeout', async () => {
    const answer: { now: Answer } = { now: (bytes, response) => response.writeHead(200, headers).write(bytes.subarray(0, bytes.length / 2)) };
    await expectFault(answer, await faulty(answer, { timeoutMs: 1000 }), 'timeout', /nothing came/);
  });

  it('is slow but goes on, gets all the time that it needs', async () => {
    const answer: { now: Answer } = {
      now: (bytes, response) => {
        response.writeHead(200, headers);
        let at = 0;
        const timer = setInterval(() => {
          response.write(bytes.subarray(at, (at += 20)));
          if (at < bytes.length) return;
          clearInterval(timer);
          response.end();
        }, 100);
      },
    };
    const source = await faulty(answer, { timeoutMs: 1000 });
    expect((await source.column(loss)).column.values.length).toBe(3);
  });

  const ways: readonly (readonly [string, Answer])[] = [
    ['its connection', (bytes, response) => response.writeHead(200, headers).write(bytes, () => response.destroy())],
    ['an answer whose length it said', (bytes, response) => response.writeHead(200, { ...headers, 'Content-Length': 5000 }).write(bytes, () => response.destroy())],
    ['an answer that ends without a sign', (bytes, response) => response.writeHead(200, headers).end(bytes)],
  ];
  it.each(ways)('cuts off %s after any number of bytes, rejects with interrupted', async (_, cut) => {
    let whole = 0;
    const answer: { now: Answer } = { now: rightly };
    const source = await faulty(answer, { cacheBytes: 0 });
    answer.now = (bytes, response) => {
      whole = bytes.length;
      rightly(bytes, response, response.req);
    };
    await source.column(loss);
    expect(whole).toBeGreaterThan(300);
    for (let length = 0; length < whole; length += length < 30 || length > whole - 30 ? 1 : 7) {
      answer.now = (bytes, response) => cut(bytes.subarray(0, length), response, response.req);
      const [column, series] = await Promise.all([source.column(loss).catch((error: unknown) => error), source.series(lines).catch((error: unknown) => error)]);
      for (const given of [column, series]) {
        if (given instanceof Error) expect(given).toMatchObject({ code: 'interrupted', message: expect.stringContaining('broke off') as string });
        else expect(given).toHaveProperty('fidelity');
      }
      expect(series, `after ${length} bytes`).toBeInstanceOf(RunSourceError);
    }
    answer.now = (bytes, response) => cut(bytes.subarray(0, 100), response, response.req);
    await expectFault(answer, source, 'interrupted', /broke off.*Ask again/);
  });

  const page = '<!doctype html><html><title>Welcome to nginx!</title></html>';
  const frames = (change: (bytes: Uint8Array, words: DataView) => void): Answer => (bytes, response, request) => {
    change(bytes, new DataView(bytes.buffer));
    rightly(bytes, response, request);
  };
  const garbage: readonly (readonly [string, Answer, string, RegExp])[] = [
    ['with a page', (_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(page), 'garbled', /text\/html.*Check that the address/],
    ['with a page that it calls answers', (_, response) => response.writeHead(200, headers).end(page), 'garbled', /does not start as one/],
    ['with nothing', (_, response) => response.writeHead(200, headers).end(), 'interrupted', /broke off/],
    ['with no content', (_, response) => response.writeHead(204).end(), 'garbled', /nothing known/],
    ['another request', (bytes, response) => response.writeHead(200, headers).end(Buffer.from(bytes).subarray(bytes.indexOf(0x52, 1))), 'garbled', /Check that/],
    ['with a damaged byte', frames((bytes) => (bytes[bytes.length - 60] = (bytes[bytes.length - 60] ?? 0) ^ 1)), 'garbled', /not those that were sent|no JSON|contradict|start/],
    ['with lengths that contradict each other', frames((_, words) => words.setUint32(8, 1000, true)), 'garbled', /lengths .* contradict/],
    ['with a length beyond all bounds', frames((_, words) => [8, 12].forEach((at) => words.setUint32(at, 0xfffffff8, true))), 'too-large', /4294967288 bytes.*Ask for less/],
    ['with a compression of nothing', frames((_, words) => words.setUint32(4, 1, true)), 'garbled', /damaged|not those that were sent|no JSON/],
  ];
  it.each(garbage)('answers %s, rejects', async (_, now, code, words) => {
    const answer = { now };
    await expectFault(answer, await faulty(answer), code, words);
  });

  const statuses: readonly (readonly [number, string, RegExp])[] = [
    [400, 'invalid', /status 400/],
    [401, 'refused', /status 401.*Log in, or pass the login in `headers`/],
    [403, 'refused', /status 403/],
    [404, 'refused', /status 404.*Check the address/],
    [413, 'too-large', /status 413.*Ask for less/],
    [429, 'failed', /status 429.*Ask again/],
    [500, 'failed', /status 500.*log of the server/],
    [502, 'unreachable', /status 502.*Check that the server runs/],
    [503, 'unreachable', /status 503/],
    [504, 'timeout', /status 504/],
  ];
  it.each(statuses)('answers with status %i, rejects with %s', async (status, code, words) => {
    const answer: { now: Answer } = { now: (_, response) => response.writeHead(status, { 'Content-Type': 'text/html' }).end(page) };
    const source = await faulty(answer);
    const error = await errorOf(source.column(loss));
    expect(error.message).not.toContain('nginx');
    await expectFault(answer, source, code, words);
  });

  it('answers with JSON of its own beside a status, says that', async () => {
    const said = { code: 'refused', message: 'Your login ended; log in again.' };
    const answer: { now: Answer } = { now: (_, response) => response.writeHead(401, { 'Content-Type': 'application/json' }).end(JSON.stringify(said)) };
    await expectFault(answer, await faulty(answer), 'refused', /Your login ended; log in again\./);
  });
});

describe('httpSource, when the engine', () => {
  const failing = async (error: unknown): Promise<RunSourceError> => {
    const listening = await listen(toNodeListener(serveRunSource(changed(smallSource(), { column: () => Promise.reject(error as Error) }), { onError: () => undefined })));
    open.push(listening);
    const source = await httpSource(listening.url);
    const [column, summary] = await Promise.all([errorOf(source.column(optimizer)), source.summary(loss)]);
    expect(summary.finite).toBe(3);
    expect(column.message).toContain('the column of config:optimizer');
    return column;
  };

  it('runs out of memory, rejects that question alone, with its code', async () => {
    const error = await failing(new RunSourceError('out-of-memory', 'DuckDB needs more than 2 GB. Raise memory_limit.'));
    expect(error).toMatchObject({ code: 'out-of-memory', canRetry: true });
    expect(error.message).toMatch(/DuckDB needs more than 2 GB\. Raise memory_limit\./);
    expect(await failing(new RangeError('Array buffer allocation failed'))).toMatchObject({ code: 'out-of-memory' });
  });

  it('fails in a way that nobody foresaw, says no more than that', async () => {
    const error = await failing(new Error('connect to postgres://admin:secret@10.0.0.7/runs failed'));
    expect(error.code).toBe('failed');
    expect(error.message).not.toMatch(/secret|postgres|10\.0/);
    expect(error.message).toMatch(/its log may say why/);
  });
});
