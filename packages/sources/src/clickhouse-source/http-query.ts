import { RunSourceError } from '@runhue/core';
import type { SqlStatement } from '../run-source/sql/sql-statement.js';
import { statusError, writtenError } from './clickhouse-error.js';
import { parameterText } from './parameter-text.js';

/** The part of `fetch` that is used. */
export type ClickHouseFetch = (
  url: string,
  init: { method: 'POST'; headers: Record<string, string>; body: string | FormData; signal?: AbortSignal },
) => Promise<{ readonly status: number; readonly headers: { get(name: string): string | null }; arrayBuffer(): Promise<ArrayBuffer> }>;

/** How to reach ClickHouse's HTTP interface. */
export interface ClickHouseServer {
  /** Address of the HTTP interface, as in `http://localhost:8123`. */
  readonly url: string;
  /** Default: the user's own. */
  readonly database?: string;
  readonly user?: string;
  readonly password?: string;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Sent with every request. Default `{ cancel_http_readonly_queries_on_client_close: 1 }`, so that an abort stops the query on the server; a user
   * with `readonly = 1` may not set it and needs `{}`.
   */
  readonly settings?: Readonly<Record<string, string | number>>;
  /** Default: the global `fetch`. */
  readonly fetch?: ClickHouseFetch;
}

/** Values up to so many characters go into the address, where every version and proxy takes them; more go into a form. */
const addressLimit = 2_000;

/** Asks over HTTP. The server holds the answer back until it is whole (`wait_end_of_query`), so that an error comes as an error. */
export async function queryOverHttp(server: ClickHouseServer, statement: SqlStatement, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const { url, database, user, password, settings = { cancel_http_readonly_queries_on_client_close: 1 }, fetch = globalThis.fetch } = server;
  const { what, text } = statement;
  const address = new URL(url);
  for (const [name, value] of Object.entries({ ...(database === undefined ? {} : { database }), wait_end_of_query: 1, ...settings })) address.searchParams.set(name, String(value));
  const headers = {
    ...(user === undefined ? {} : { 'X-ClickHouse-User': user }),
    ...(password === undefined ? {} : { 'X-ClickHouse-Key': password }),
    ...server.headers,
  };
  const parameters = statement.parameters.map((parameter, index) => [`param_p${index + 1}`, parameterText(parameter)] as const);
  const isShort = parameters.reduce((length, [, value]) => length + value.length, 0) <= addressLimit;
  let body: string | FormData = text;
  if (isShort) for (const [name, value] of parameters) address.searchParams.set(name, value);
  else {
    body = new FormData();
    body.set('query', text);
    for (const [name, value] of parameters) body.set(name, value);
  }

  let response: Awaited<ReturnType<ClickHouseFetch>>;
  try {
    response = await fetch(address.href, { method: 'POST', headers, body, ...(signal === undefined ? {} : { signal }) });
  } catch (error) {
    signal?.throwIfAborted();
    throw new RunSourceError('unreachable', `ClickHouse at "${url}" did not answer ${what} (${causeOf(error)}). Check that it runs and can be reached from here.`, { cause: error });
  }
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    signal?.throwIfAborted();
    throw new RunSourceError('interrupted', `ClickHouse's answer to ${what} broke off (${causeOf(error)}). Ask again.`, { cause: error });
  }
  const failed = response.status !== 200 || response.headers.get('X-ClickHouse-Exception-Code') !== null;
  // A server that had begun to answer writes its error at the end.
  const written = writtenError(new TextDecoder().decode(failed ? bytes : bytes.subarray(-4_000)), what);
  if (written !== null) throw written;
  if (failed) throw statusError(response.status, new TextDecoder().decode(bytes.subarray(0, 4_000)), url, what);
  return bytes;
}

/** Node hides the reason ("ECONNREFUSED") in the error's cause. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error && cause.message !== '' ? `${error.message}: ${cause.message}` : error.message;
}
