import { createRuns, type ConfigValue, type Run, type RunInput } from '@runhue/core';
import { fakeServer, type FakeRequest } from '../fake-server.js';

const word = (value: number): number | string => (Number.isFinite(value) ? value : Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity');
const milliseconds = (seconds: number): number => Math.round(seconds * 1000);

/** The SQL store keeps infinities as the largest doubles, so that these come back as infinities. */
const kept = (value: number): number => (Math.abs(value) === Number.MAX_VALUE ? Math.sign(value) * Infinity : value);

/** What MLflow keeps of runs: whole steps, milliseconds, params as text, no process time; empty series leave nothing. */
export function storedByMlflow(inputs: readonly RunInput[]): RunInput[] {
  return createRuns([...inputs]).runs.map((run) => {
    const start = startOf(run);
    const metrics = [...run.history].flatMap(([name, { steps, values, wallTimes }]) => {
      const points = [...steps].map((step, i) => ({ step: Math.trunc(step), value: kept(values[i] ?? NaN), time: milliseconds(wallTimes?.[i] || start) / 1000 }));
      return points.length === 0 ? [] : [[name, { steps: points.map((point) => point.step), values: points.map((point) => point.value), wallTimes: points.map((point) => point.time) }] as const];
    });
    return {
      id: run.id,
      name: run.name,
      state: (run.state ?? 'RUNNING').toLowerCase(),
      startTime: start,
      config: Object.fromEntries([...paramsOf(run.config), ['mlflow', { experiment: 'runs' }]]),
      history: new Map(metrics),
    };
  });
}

function startOf({ startTime }: Run): number {
  return milliseconds(startTime ?? 1_600_000_000) / 1000;
}

function paramsOf(config: { readonly [key: string]: ConfigValue }): [string, string][] {
  return Object.entries(config).flatMap(([key, value]) => (value === null || key === 'mlflow' ? [] : [[key, typeof value === 'string' ? value : JSON.stringify(value)]]));
}

/** A server over runs as MLflow stores them, with the answers that MLflow 3 gives, in pages of `pageSize`. */
export function fakeMlflow(stored: readonly RunInput[], pageSize = 1000): ReturnType<typeof fakeServer> {
  const { runs } = createRuns([...stored]);
  const byId = new Map(runs.map((run) => [run.id, run]));
  const page = (name: string, items: readonly object[], { fields }: FakeRequest): object => {
    const from = Number(fields.page_token ?? 0);
    const end = from + Math.min(pageSize, Number(fields.max_results ?? pageSize));
    return { [name]: items.slice(from, end), ...(end < items.length ? { next_page_token: String(end) } : {}) };
  };
  const pointsOf = (run: Run | undefined, key: string): object[] => {
    const series = run?.history.get(key);
    return [...(series?.steps ?? [])].map((step, i) => ({ key, step, value: word(series?.values[i] ?? NaN), timestamp: milliseconds(series?.wallTimes?.[i] ?? 0) }));
  };
  const answerOf = (run: Run): object => ({
    info: { run_id: run.id, run_uuid: run.id, run_name: run.name, experiment_id: '1', status: run.state?.toUpperCase(), start_time: milliseconds(run.startTime ?? 0), lifecycle_stage: 'active' },
    data: {
      metrics: [...run.history.keys()].flatMap((key) => pointsOf(run, key).slice(-1)),
      params: paramsOf(run.config).map(([key, value]) => ({ key, value })),
      tags: [{ key: 'mlflow.user', value: 'someone' }],
    },
  });
  return fakeServer('/api/2.0/mlflow/', {
    'experiments/search': () => ({ experiments: [{ experiment_id: '1', name: 'runs', lifecycle_stage: 'active' }] }),
    'runs/search': (request) => page('runs', runs.map(answerOf), request),
    'metrics/get-history': (request) => page('metrics', pointsOf(byId.get(String(request.fields.run_id)), String(request.fields.metric_key)), request),
  });
}
