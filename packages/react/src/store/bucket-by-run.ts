import { RunhueError, type Bucket, type Bucketing, type Run } from '@runhue/core';

/** "Original run colors" seen as buckets: one per run, in the runs' order. */
export function bucketByRun(runs: readonly Run[]): Bucketing {
  const places = new Map(runs.map((run, index) => [run.id, index]));
  const buckets = runs.map((run, index): Bucket => ({
    id: `run:${run.id}`,
    index,
    kind: 'category',
    label: run.name,
    lower: null,
    upper: null,
    value: run.name,
    categoryId: `run:${run.id}`,
    categoryCount: 0,
    name: null,
    slot: null,
    count: 1,
  }));
  const runIds = runs.map((run) => run.id);
  const indexOf = (runId: string): number => places.get(runId) ?? -1;
  return {
    keyId: 'default:Run',
    kind: 'category',
    column: {
      type: 'category',
      keyId: 'default:Run',
      yValue: 'latest',
      runIds,
      values: runs.map((run) => run.name),
      categoryIds: buckets.map((bucket) => bucket.categoryId),
      nonFinite: null,
    },
    buckets,
    edges: [],
    extent: null,
    domain: null,
    edgeFormat: null,
    bucketIndices: Uint16Array.from(runs, (_, index) => index),
    notices: [],
    indexOf,
    bucketOf(runId) {
      const bucket = buckets[indexOf(runId)];
      if (!bucket) throw new RunhueError(`No run "${runId}" in this colouring: pass one of its ${runs.length} run ids.`);
      return bucket;
    },
  };
}
