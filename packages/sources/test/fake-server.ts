import type { SourceFetch } from '@runhue/sources/mlflow-rest';

export interface FakeRequest {
  readonly path: string;
  /** Fields of the address, a form or a JSON body. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
}

/** A fetch that answers from `routes` by the path behind `prefix`; a number is a status, a text a body that is no JSON. */
export function fakeServer(
  prefix: string,
  routes: Readonly<Record<string, (request: FakeRequest) => unknown>>,
): { fetch: SourceFetch; requests: FakeRequest[] } {
  const requests: FakeRequest[] = [];
  const fetch: SourceFetch = async (url, { method, body = '', headers, signal }) => {
    signal?.throwIfAborted();
    const address = new URL(url);
    const path = address.pathname.slice(address.pathname.indexOf(prefix) + prefix.length);
    const isJson = headers['Content-Type'] === 'application/json';
    const fields = isJson ? (JSON.parse(body) as Record<string, unknown>) : formFields(method === 'GET' ? address.search : body);
    const request = { path, fields, headers };
    requests.push(request);
    const answer = routes[path]?.(request) ?? 404;
    const status = typeof answer === 'number' ? answer : 200;
    const text = typeof answer === 'number' ? '' : typeof answer === 'string' ? answer : JSON.stringify(answer);
    return { ok: status === 200, status, text: () => Promise.resolve(text) };
  };
  return { fetch, requests };
}

/** A field that is there once is a text, else a list. */
function formFields(form: string): Record<string, unknown> {
  const params = new URLSearchParams(form);
  return Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name).length === 1 ? params.get(name) : params.getAll(name)]));
}
