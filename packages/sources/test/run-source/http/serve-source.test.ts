import { RunhueError, RunSourceError, type RunSource } from '@runhue/core';
import { serveRunSource, type ServeOptions } from '@runhue/sources/serve-source';
import { describe, expect, it } from 'vitest';
import { eventually } from './eventually.js';
import { framesOf } from './frames.js';
import { gated } from './gated.js';
import { changed, lines, loss, optimizer, smallSource } from './small-source.js';

const address = 'http://plots.example.org/api/runs';

const request = (questions: readonly unknown[]): object => ({ protocol: 1, batch: 'b', accept: [], runIds: [], questions });

function post(body: unknown, init: RequestInit = {}): Request {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return new Request(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: text, ...init });
}

/** The heads of an answer's frames. */
async function heads(response: Response): Promise<{ readonly [field: string]: unknown }[]> {
  expect(response.status).toBe(200);
  return framesOf(new Uint8Array(await response.arrayBuffer())).map(({ head }) => head);
}

/** Asks one question and gives its frame's head. */
async function askOne(question: unknown, source: RunSource = smallSource(), options: ServeOptions = {}): Promise<{ readonly [field: string]: unknown }> {
  const all = await heads(await serveRunSource(source, { onError: () => undefined, ...options })(post(request([question]))));
  expect(all[0]).toMatchObject({ kind: 'hello', protocol: 1, batch: 'b' });
  expect(all.at(-1)).toEqual({ kind: 'end' });
  return all.at(-2) ?? {};
}

async function expectRefused(response: Response, status: number, code: string, words: RegExp): Promise<void> {
  expect(response.status).toBe(status);
  expect(response.headers.get('Content-Type')).toBe('application/json');
  const body = (await response.json()) as { message: string };
  expect(body).toEqual({ code, message: expect.stringMatching(words) as string });
}

describe('serveRunSource refuses a request', () => {
  const handler = serveRunSource(smallSource(), { onError: () => undefined, maxBodyBytes: 10_000 });
  const wrong: readonly (readonly [string, unknown, number, string, RegExp])[] = [
    ['that is no JSON', '{"protocol":', 400, 'invalid', /cannot be read.*No JSON/],
    ['that is empty', '', 400, 'invalid', /cannot be read/],
    ['that is a list', [], 400, 'invalid', /request is a list of 0; it must be an object/],
    ['of another version', { ...request([]), protocol: 2 }, 400, 'invalid', /protocol is 2; this server speaks 1/],
    ['without a version', { questions: [] }, 400, 'invalid', /request\.protocol is missing/],
    ['with an unknown field', { ...request([{}]), user: 'me' }, 400, 'invalid', /field "user", which is unknown; it may have/],
    ['with the field __proto__', '{"protocol":1,"__proto__":{"batch":"b"}}', 400, 'invalid', /field "__proto__"/],
    ['without questions', request([]), 400, 'invalid', /questions is empty/],
    ['with questions that are no list', { ...request([]), questions: {} }, 400, 'invalid', /questions is an object; it must be a list/],
    ['with 65 questions', request(Array.from({ length: 65 }, () => ({ ask: 'keys', query: {} }))), 413, 'too-large', /65 items; at most 64/],
    ['with a long batch name', { ...request([{}]), batch: 'b'.repeat(65) }, 413, 'too-large', /65 characters/],
    ['with too many lists of runs', { ...request([{}]), runIds: Array.from({ length: 9 }, () => 'x') }, 413, 'too-large', /9 items; at most 8/],
    ['that is nested deeper than 12 levels', `{"protocol":1,"questions":${'['.repeat(20)}${']'.repeat(20)}}`, 400, 'invalid', /nested 21 levels/],
    ['that is nested without end', '['.repeat(9000), 400, 'invalid', /nested 9000 levels/],
    ['larger than maxBodyBytes', request([{ ask: 'keys', query: { search: 'x'.repeat(10_000) } }]), 413, 'too-large', /more than 10000 bytes\. Ask fewer/],
  ];
  it.each(wrong)('%s', async (_, body, status, code, words) => {
    await expectRefused(await handler(post(body)), status, code, words);
  });

  it('larger than maxBodyBytes without reading on', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1;
        controller.enqueue(new Uint8Array(1000));
      },
    });
    const init: RequestInit & { duplex: 'half' } = { body: endless, duplex: 'half' };
    await expectRefused(await handler(post('', init)), 413, 'too-large', /more than 10000 bytes/);
    expect(pulled).toBeLessThan(15);
  });

  it('that is no text', async () => {
    await expectRefused(await handler(post('', { body: Uint8Array.of(0xff, 0xfe) })), 400, 'invalid', /no UTF-8/);
  });

  it('by another method, or of another type', async () => {
    const put = await handler(new Request(address, { method: 'PUT', body: '{}' }));
    expect(put.headers.get('Allow')).toBe('GET, POST');
    await expectRefused(put, 405, 'invalid', /PUT is not answered; use GET or POST/);
    await expectRefused(await handler(post('a=b', { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })), 415, 'invalid', /send Content-Type: application\/json/);
  });
});

describe('serveRunSource refuses a question alone', () => {
  const wrong: readonly (readonly [string, unknown, string, RegExp])[] = [
    ['that is none', null, 'invalid', /questions\[0\] is null; it must be an object/],
    ['of an unknown kind', { ask: 'drop', query: {} }, 'invalid', /ask is "drop"; it must be one of keys, column/],
    ['of a kind that all objects have', { ask: 'constructor', query: {} }, 'invalid', /ask is "constructor"/],
    ['without a query', { ask: 'keys' }, 'invalid', /keys is undefined; give an object/],
    ['with an unknown field', { ask: 'column', query: { ...loss, where: '1=1' } }, 'invalid', /column has a field "where", which is unknown; it may have keyId, yValue/],
    ['with an unknown field within', { ask: 'series', query: { ...lines, window: { ...lines.window, sql: 1 } } }, 'invalid', /series\.window has a field "sql"/],
    ['with a key id that is none', { ask: 'column', query: { ...loss, keyId: 'loss' } }, 'invalid', /"loss".*metric:<name>/],
    ['with a number that is text', { ask: 'runs', query: { limit: '10' } }, 'invalid', /limit is "10"; give a whole number/],
    ['with NaN', { ask: 'series', query: { ...lines, window: { columns: 4, domain: ['\u0000NaN', 1] } } }, 'invalid', /domain\[0\] is NaN; give a finite number/],
    ['with too many runs', { ask: 'series', query: { ...lines, runIds: Array.from({ length: 10_001 }, () => 'a') } }, 'too-large', /10001 entries; the most is 10000/],
    ['with too many cells', { ask: 'density', query: { metric: 'loss', xAxis: 'Step', window: { domain: [0, 1], columns: 16_384 }, yDomain: [0, 1], rows: 4096, buckets: null } }, 'too-large', /cells .*Ask for fewer/],
  ];
  it.each(wrong)('%s', async (_, question, code, words) => {
    expect(await askOne(question)).toEqual({ kind: 'error', question: 0, code, message: expect.stringMatching(words) as string });
  });

  it('and answers the others', async () => {
    const questions = [{ ask: 'keys', query: { limit: 0 } }, { ask: 'column', query: loss }, 7];
    const all = await heads(await serveRunSource(smallSource(), { onError: () => undefined })(post(request(questions))));
    const kinds = all.map(({ kind, question }) => [kind, question ?? null]).toSorted();
    expect(kinds).toEqual([['answer', 1], ['end', null], ['error', 0], ['error', 2], ['hello', null], ['runIds', null]]);
  });

  it('that takes longer than timeoutMs, and tells the engine', async () => {
    const { source, working } = gated(smallSource());
    const head = await askOne({ ask: 'column', query: loss }, source, { timeoutMs: 30 });
    expect(head).toMatchObject({ kind: 'error', code: 'timeout', message: expect.stringMatching(/memory did not answer within 0\.03 s\. Ask for less/) as string });
    expect(working[0]?.signal?.aborted).toBe(true);
  });

  it('whose answer is beyond maxAnswerBytes', async () => {
    const head = await askOne({ ask: 'runs', query: { limit: 10 } }, smallSource(), { maxAnswerBytes: 200 });
    expect(head).toMatchObject({ kind: 'error', code: 'too-large', message: expect.stringMatching(/at most 200 are sent\. Ask for less/) as string });
  });

  it('for a density where the source has none', async () => {
    const source = changed(smallSource(), { density: undefined });
    const query = { metric: 'loss', xAxis: 'Step', window: { domain: [0, 1], columns: 4 }, yDomain: [0, 1], rows: 4, buckets: null };
    expect(await askOne({ ask: 'density', query }, source)).toMatchObject({ code: 'refused', message: expect.stringContaining('no densities') as string });
  });

  it('whose engine gives lines that were not asked for', async () => {
    const line = { runId: 'z', x: new Float64Array(1), y: new Float64Array(1), hiddenVariation: null, pointCount: 1, nonFiniteCount: 0 };
    const source = changed(smallSource(), { series: () => Promise.resolve({ series: [line], fidelity: 'exact' }) });
    expect(await askOne({ ask: 'series', query: lines }, source)).toMatchObject({ code: 'failed', message: expect.stringContaining('not asked for') as string });
  });
});

describe('serveRunSource keeps to itself', () => {
  const failing = async (error: unknown, question: object = { ask: 'column', query: loss }): Promise<{ told: unknown[]; message: string; code: unknown }> => {
    const told: unknown[] = [];
    const source = changed(smallSource(), { column: () => Promise.reject(error as Error) });
    const head = await askOne(question, source, { onError: (problem, asked) => told.push(problem, asked) });
    return { told, message: String(head['message']), code: head['code'] };
  };

  it('what an error that nobody foresaw says, and tells onError', async () => {
    const error = new TypeError('Cannot read properties of undefined (reading "password") at /srv/app/db.js');
    const { told, message, code } = await failing(error);
    expect(code).toBe('failed');
    expect(message).toBe('The server failed while answering; its log may say why. Ask again, or look there.');
    expect(told).toEqual([error, 'the column of metric:loss (latest)']);
  });

  it.each([
    'IO Error: Cannot open file "/srv/data/secret place/runs.parquet": No such file',
    'ClickHouse at https://admin:hunter2@10.1.2.3:8123/db?x=secret did not answer.',
    'No such table.\n    at query (/srv/app/secret.js:10:2)\n    at /srv/secret.js:1:1',
    'Cannot open C:\\Users\\secret\\runs.db',
    'Cannot open \\\\fileserver\\secret\\runs.db',
    'Cannot open file:///home/secret/runs.db, ~/secret/runs.db, /secret/x',
  ])('addresses, paths and stacks: %j', async (text) => {
    const { message } = await failing(new RunSourceError('failed', text));
    expect(message).not.toMatch(/hunter2|10\.1\.2\.3|parquet|\/srv|C:\\|fileserver|home|\bat query|\/secret/);
    expect(message.length).toBeGreaterThan(10);
  });

  it('nothing that the question itself says', async () => {
    const { message } = await failing(new RunSourceError('invalid', 'Key "metric:/train/loss" is of 5/6 runs, 1/2 and 3 // 4; val/loss is not.'), { ask: 'column', query: { ...loss, keyId: 'metric:/train/loss' } });
    expect(message).toBe('Key "metric:/train/loss" is of 5/6 runs, 1/2 and 3 // 4; val/loss is not.');
  });

  it('the code, not the class: a RunhueError of a caller\'s mistake is invalid', async () => {
    expect(await failing(new RunhueError('"x" is not a Y value.'))).toMatchObject({ code: 'invalid', message: '"x" is not a Y value.' });
  });
});

describe('serveRunSource asks authorize first', () => {
  const asks = (): Request => post(request([{ ask: 'keys', query: {} }]));

  it('and answers when it says true', async () => {
    expect((await serveRunSource(smallSource(), { authorize: (given) => Promise.resolve(given.method === 'POST') })(asks())).status).toBe(200);
  });

  it('and refuses when it says nothing', async () => {
    const forgetful = (() => undefined) as unknown as () => boolean;
    expect((await serveRunSource(smallSource(), { authorize: forgetful, onError: () => undefined })(asks())).status).toBe(403);
  });

  it('and refuses when it says false, whatever the method, without reading on', async () => {
    const handler = serveRunSource(smallSource(), { authorize: () => false, onError: () => undefined });
    for (const asking of [asks(), new Request(address), post('no JSON')]) {
      await expectRefused(await handler(asking), 403, 'refused', /may not ask.*Log in/);
      expect(asking.bodyUsed).toBe(false);
    }
  });

  it('and sends the response that it gives', async () => {
    const login = (): Response => Response.json({ code: 'refused', message: 'Log in.' }, { status: 401, headers: { 'WWW-Authenticate': 'Basic' } });
    const response = await serveRunSource(smallSource(), { authorize: login, cors: { origins: '*' } })(asks());
    expect([response.status, response.headers.get('WWW-Authenticate'), response.headers.get('Access-Control-Allow-Origin')]).toEqual([401, 'Basic', '*']);
  });

  it('and refuses without its words when it throws', async () => {
    const handler = serveRunSource(smallSource(), { authorize: () => Promise.reject(new Error('LDAP at ldap://secret is down')), onError: () => undefined });
    await expectRefused(await handler(asks()), 500, 'failed', /^The server failed/);
  });
});

describe('serveRunSource for pages of other origins', () => {
  const asking = (handler: (request: Request) => Promise<Response>, origin: string, method = 'GET'): Promise<Response> =>
    handler(new Request(address, { method, headers: { Origin: origin } }));

  it('allows none by itself', async () => {
    const response = await asking(serveRunSource(smallSource()), 'https://a.example');
    expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull();
  });

  it('allows those that are named, also for errors and before a request', async () => {
    const handler = serveRunSource(smallSource(), { cors: { origins: ['https://a.example'], credentials: true, headers: ['X-Token'] }, onError: () => undefined, authorize: ({ method }) => method === 'GET' });
    const allowed = await asking(handler, 'https://a.example');
    expect([allowed.headers.get('Access-Control-Allow-Origin'), allowed.headers.get('Access-Control-Allow-Credentials'), allowed.headers.get('Vary')]).toEqual(['https://a.example', 'true', 'Origin']);
    expect((await asking(handler, 'https://b.example')).headers.get('Access-Control-Allow-Origin')).toBeNull();
    const preflight = await asking(handler, 'https://a.example', 'OPTIONS');
    expect([preflight.status, preflight.headers.get('Access-Control-Allow-Methods'), preflight.headers.get('Access-Control-Allow-Headers')]).toEqual([204, 'GET, POST', 'Content-Type, X-Token']);
    const refused = await handler(post('{}', { headers: { Origin: 'https://a.example' } }));
    expect([refused.status, refused.headers.get('Access-Control-Allow-Origin')]).toEqual([403, 'https://a.example']);
  });

  it('throws for cookies from everywhere', () => {
    expect(() => serveRunSource(smallSource(), { cors: { origins: '*', credentials: true } })).toThrow(RunhueError);
  });
});

describe('serveRunSource compresses', () => {
  const bytesOf = async (accept: readonly string[], values: Float64Array, options: ServeOptions = {}): Promise<number> => {
    const runIds = Array.from(values, (_, i) => `r${i}`);
    const source = changed(smallSource(), { column: ({ keyId, yValue }) => Promise.resolve({ column: { keyId, yValue, type: 'number', runIds, values }, fidelity: 'exact' }) });
    const response = await serveRunSource(source, options)(post({ ...request([{ ask: 'column', query: loss }]), accept }));
    return (await response.arrayBuffer()).byteLength;
  };
  const repeating = Float64Array.from({ length: 40_000 }, (_, i) => (i % 10) / 7);

  it('what gets smaller, for clients that undo it', async () => {
    const plain = await bytesOf([], repeating);
    expect(plain).toBeGreaterThan(40_000 * 8);
    expect(await bytesOf(['deflate-raw'], repeating)).toBeLessThan(plain / 3);
    expect(await bytesOf(['br'], repeating)).toBe(plain);
    expect(await bytesOf(['deflate-raw'], repeating, { compress: false })).toBe(plain);
  });

  it('not the noise of 64-bit numbers', async () => {
    const noise = Float64Array.from({ length: 40_000 }, (_, i) => Math.sin(i * 1e6));
    expect(await bytesOf(['deflate-raw'], noise)).toBeGreaterThan(40_000 * 8);
  });
});

it('serveRunSource ends the engine\'s questions when the reader of its answer goes away', async () => {
  const { source, working } = gated(smallSource());
  const response = await serveRunSource(source, { onError: () => undefined })(post(request([{ ask: 'column', query: loss }, { ask: 'keys', query: {} }])));
  const reader = response.body?.getReader();
  await reader?.read();
  await eventually(() => working.length).toBe(2);
  await reader?.cancel();
  await eventually(() => working.map(({ signal }) => signal?.aborted)).toEqual([true, true]);
});

it('serveRunSource sends a list of run ids once for all columns of a request, and not to a client that holds it', async () => {
  const columns = request([{ ask: 'column', query: loss }, { ask: 'column', query: optimizer }]);
  const handler = serveRunSource(smallSource());
  const lists = (all: Awaited<ReturnType<typeof heads>>): unknown[] => all.filter(({ kind }) => kind === 'runIds').map(({ name }) => name);
  const [name, ...more] = lists(await heads(await handler(post(columns))));
  expect([typeof name, more]).toEqual(['string', []]);
  expect(lists(await heads(await handler(post({ ...columns, runIds: ['of others', name] }))))).toEqual([]);
});

it('serveRunSource puts no more than maxAtOnce questions of a request to the source at the same time', async () => {
  const { source, working } = gated(smallSource());
  const questions = Array.from({ length: 7 }, (_, i) => ({ ask: 'summary', query: { ...loss, bars: i + 1 } }));
  const answering = serveRunSource(source, { maxAtOnce: 3 })(post(request(questions))).then(heads);
  for (const [finished, started] of [[0, 3], [2, 4], [1, 5], [4, 6], [3, 7]] as const) {
    await eventually(() => working.length).toBe(started);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(working.length).toBe(started);
    working[finished]?.finish();
  }
  for (const { finish } of working) finish();
  expect((await answering).map(({ kind }) => kind)).toEqual(['hello', ...questions.map(() => 'answer'), 'end']);
});

it('serveRunSource ignores a question taken back from a batch that it does not know', async () => {
  const response = await serveRunSource(smallSource())(post({ protocol: 1, batch: 'gone', cancel: [0, -1, 1e9] }));
  expect(response.status).toBe(204);
});
