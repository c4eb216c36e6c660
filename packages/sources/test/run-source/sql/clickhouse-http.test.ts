import { RunSourceError } from '@runhue/core';
import { clickhouseSource, type ClickHouseFetch, type ClickHouseServer } from '@runhue/sources/clickhouse-source';
import { describe, expect, it } from 'vitest';

interface Request {
  readonly url: URL;
  readonly headers: Record<string, string>;
  readonly body: string | FormData;
}

type Reply = { readonly status?: number; readonly headers?: Record<string, string>; readonly bytes: Uint8Array | string };

/** A server that answers one request after the other, the last reply for all that follow. */
function serverOf(...replies: readonly Reply[]): { requests: Request[]; options: ClickHouseServer } {
  const requests: Request[] = [];
  const fetch: ClickHouseFetch = (url, { headers, body, signal }) => {
    signal?.throwIfAborted();
    requests.push({ url: new URL(url), headers, body });
    const { status = 200, bytes, headers: own = {} } = replies[Math.min(requests.length, replies.length) - 1] ?? { bytes: '' };
    const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
    return Promise.resolve(new Response(Uint8Array.from(content), { status, headers: own }));
  };
  return { requests, options: { url: 'http://clickhouse.test:8123/', fetch } };
}

/** Columns in the format Native, as one block. */
function native(columns: Readonly<Record<string, readonly (number | string)[]>>): Uint8Array {
  const text = (value: string): number[] => {
    const bytes = [...new TextEncoder().encode(value)];
    return [bytes.length, ...bytes];
  };
  const lists = Object.entries(columns);
  const bytes = [lists.length, lists[0]?.[1].length ?? 0];
  for (const [name, values] of lists) {
    const isText = typeof values[0] === 'string';
    bytes.push(...text(name), ...text(isText ? 'String' : 'Float64'));
    for (const value of values) bytes.push(...(typeof value === 'string' ? text(value) : new Uint8Array(Float64Array.of(value).buffer)));
  }
  return Uint8Array.from(bytes);
}


async function errorOf(reply: Reply, options: Partial<ClickHouseServer> = {}): Promise<RunSourceError> {
  const source = clickhouseSource({ ...serverOf(reply).options, ...options });
  const error: unknown = await source.extent({ metric: 'loss', xAxis: 'Step' }).then(() => null, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(RunSourceError);
  return error as RunSourceError;
}

describe('clickhouseSource over HTTP', () => {
  it('reads every double as it is', async () => {
    const { options } = serverOf({ bytes: native({ value: [NaN, Infinity, -Infinity, 5e-324], id_hash: [17, 18, 19, 20], id_of_run: ['a', 'b', 'c', 'd'] }) });
    const { column } = await clickhouseSource(options).column({ keyId: 'metric:loss', yValue: 'latest' });
    expect(column.values).toEqual(Float64Array.of(NaN, Infinity, -Infinity, 5e-324));
    expect(column.runIds).toEqual(['a', 'b', 'c', 'd']);
  });

  it('binds values as parameters of the address and never writes them into the statement', async () => {
    const { requests, options } = serverOf({ bytes: native({ points: [0] }) });
    const metric = "it's \\ a\ttab'); DROP TABLE points --";
    const query = { metric, xAxis: 'Step', runIds: ["o'brien"], window: { domain: [0, 1], columns: 5 } } as const;
    await clickhouseSource({ ...options, database: 'ml', user: 'reader', password: 'secret', headers: { 'X-Trace': '1' } }).series(query).catch(() => null);
    const [{ url, headers, body } = { url: new URL('x:'), headers: {}, body: '' }] = requests;
    expect([...url.searchParams]).toContainEqual(['param_p2', "it\\'s \\\\ a\\ttab\\'); DROP TABLE points --"]);
    expect([...url.searchParams.values()]).toContain("['o\\'brien']");
    expect(Object.fromEntries(url.searchParams)).toMatchObject({ database: 'ml', wait_end_of_query: '1', cancel_http_readonly_queries_on_client_close: '1' });
    expect(headers).toEqual({ 'X-ClickHouse-User': 'reader', 'X-ClickHouse-Key': 'secret', 'X-Trace': '1' });
    expect(body).toContain('{p2:String}');
    expect(body).not.toContain('DROP');
  });

  it('sends long lists in a form, in parts that ClickHouse takes', async () => {
    const { requests, options } = serverOf({ bytes: native({ points: [0] }) });
    const runIds = Array.from({ length: 900 }, (_, i) => `run-${i}-${'x'.repeat(60)}`);
    await clickhouseSource(options).series({ metric: 'loss', xAxis: 'Step', runIds, window: { domain: [0, 1], columns: 5 } }).catch(() => null);
    const { url, body } = requests[0] ?? {};
    expect(url?.href.length).toBeLessThan(4_000);
    expect(body).toBeInstanceOf(FormData);
    const values = [...(body as FormData).entries()].filter(([name]) => name.startsWith('param_')).map(([, value]) => String(value));
    expect(Math.max(...values.map((value) => value.length))).toBeLessThan(131_072);
    expect(values.join().match(/run-\d+-/g)).toHaveLength(900);
    expect((body as FormData).get('query')).toMatch(/arrayConcat\(\{p\d+:Array\(String\)\}/);
  });

  it.each([
    ['Code: 241. DB::Exception: Memory limit (total) exceeded', 'out-of-memory', true, /raise max_memory_usage/],
    ['Code: 159. DB::Exception: Timeout exceeded: elapsed 60 seconds', 'timeout', true, /raise max_execution_time/],
    ['Code: 516. DB::Exception: default: Authentication failed', 'refused', false, /Check user and password/],
    ['Code: 60. DB::Exception: Table default.points does not exist. (UNKNOWN_TABLE)', 'failed', true, /Name the tables in the option `tables`/],
    ['Code: 396. DB::Exception: Limit for result exceeded', 'too-large', false, /Ask for fewer runs/],
    ['Code: 115, e.displayText() = DB::Exception: Unknown setting param_p1, e.what() = DB::Exception', 'refused', false, /too old to bind values .* 22\.8 or later/],
  ] as const)('tells what "%s" means', async (words, code, canRetry, advice) => {
    const error = await errorOf({ status: 500, bytes: words });
    expect(error).toMatchObject({ code, canRetry });
    expect(error.message).toMatch(/ClickHouse could not answer extent of "loss": Code/);
    expect(error.message).toMatch(advice);
  });

  it('finds an error that was written into an answer', async () => {
    const begun = native({ x_min: [1], x_max: [1], y_min: [1], y_max: [1], x_positive: [1], y_positive: [1], runs: [1], points: [1] }).slice(0, 20);
    const words = new TextEncoder().encode('\nCode: 241. DB::Exception: Memory limit exceeded (MEMORY_LIMIT_EXCEEDED)');
    expect(await errorOf({ bytes: Uint8Array.from([...begun, ...words]) })).toMatchObject({ code: 'out-of-memory' });
  });

  it('tells an answer that broke off from one that is something else', async () => {
    const whole = native({ x_min: [1], x_max: [1], y_min: [1], y_max: [1], x_positive: [1], y_positive: [1], runs: [1], points: [1] });
    for (let length = 1; length < whole.length; length += 1) expect(await errorOf({ bytes: whole.slice(0, length) })).toMatchObject({ code: 'interrupted' });
    const page = await errorOf({ bytes: '<html>Welcome</html>' });
    expect(page.code).toBe('garbled');
    expect(page.message).toMatch(/Is this the address of ClickHouse's HTTP interface\?/);
    expect(await errorOf({ bytes: native({ other: [1] }) })).toMatchObject({ code: 'garbled' });
  });

  it('says that the server is gone, and repeats what stands between', async () => {
    expect(await errorOf({ status: 502, bytes: '<html>Bad gateway</html>' })).toMatchObject({ code: 'unreachable' });
    expect(await errorOf({ status: 403, bytes: 'no' })).toMatchObject({ code: 'refused' });
    const refused = await errorOf({ bytes: '' }, { fetch: () => Promise.reject(new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') })) });
    expect(refused.code).toBe('unreachable');
    expect(refused.message).toMatch(/ClickHouse at "http:\/\/clickhouse\.test:8123\/" did not answer extent of "loss" \(fetch failed: connect ECONNREFUSED\)/);
  });

  it('rejects with the reason of an abort, and asks nothing after it', async () => {
    const { requests, options } = serverOf({ bytes: '' });
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    await expect(clickhouseSource(options).keys({}, { signal: stop.signal })).rejects.toThrow('enough');
    expect(requests).toEqual([]);
  });
});
