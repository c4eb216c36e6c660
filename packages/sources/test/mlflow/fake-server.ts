import type { MlflowFetch } from '@runhue/sources/mlflow-rest';

export interface FakeRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
}

/** A fetch that answers from `routes` by the path behind `/api/2.0/mlflow/`; a number is a status, a text a body that is no JSON. */
export function fakeServer(routes: Readonly<Record<string, (request: FakeRequest) => unknown>>): { fetch: MlflowFetch; requests: FakeRequest[] } {
  const requests: FakeRequest[] = [];
  const fetch: MlflowFetch = async (url, { method, body, headers, signal }) => {
    signal?.throwIfAborted();
    const address = new URL(url);
    const path = address.pathname.replace(/^.*\/api\/2\.0\/mlflow\//, '');
    const query = method === 'GET' ? Object.fromEntries(address.searchParams) : (JSON.parse(body ?? '{}') as Record<string, unknown>);
    const request = { method, path, query, headers };
    requests.push(request);
    const answer = routes[path]?.(request) ?? 404;
    const status = typeof answer === 'number' ? answer : 200;
    const text = typeof answer === 'number' ? '' : typeof answer === 'string' ? answer : JSON.stringify(answer);
    return { ok: status === 200, status, text: () => Promise.resolve(text) };
  };
  return { fetch, requests };
}

/** A run as `runs/search` gives it. */
export function searchedRun(id: string, metrics: readonly object[] = [], more: { info?: object; params?: readonly object[]; tags?: readonly object[] } = {}): object {
  return {
    info: { run_id: id, run_name: `run ${id}`, experiment_id: '1', status: 'FINISHED', start_time: 1668944334795, ...more.info },
    data: { metrics, params: more.params ?? [], tags: more.tags ?? [] },
  };
}
