import type { SqlQuestion } from './sql-question.js';

/** Which points are read, by places of bound values. Default: all. */
export interface PointsWanted {
  readonly key?: string;
  readonly runIds?: string;
}

/**
 * Points that were logged, each once: run `r`, metric `k`, step `s`, value `v`, wall time `w` and run time `t`, all numbers doubles and none of them
 * NULL (NaN: unknown). A NULL value or a step that is not finite was not logged; with an order column the last of a run, key and step is taken.
 */
export function loggedPoints({ dialect, names }: SqlQuestion, { key, runIds }: PointsWanted = {}): string {
  const { runId, key: name, step, value, wallTime, runtime, order } = names.points;
  const conditions = [
    ...(key === undefined ? [] : [`${name} = ${key}`]),
    ...(runIds === undefined ? [] : [dialect.isIn(runId, runIds)]),
    `${value} IS NOT NULL`,
    `${dialect.isFinite}(${dialect.toNumber(step)})`,
  ];
  const clock = (column: string | null): string => dialect.toNumber(column ?? 'NULL');
  const from = `FROM ${names.tables.points} WHERE ${conditions.join(' AND ')}`;
  const point = `${runId} AS r, ${name} AS k, ${dialect.toNumber(step)} AS s`;
  const values = { v: dialect.toNumber(value), w: clock(wallTime), t: clock(runtime) };
  if (order === null) return `SELECT ${point}, ${values.v} AS v, ${values.w} AS w, ${values.t} AS t ${from}`;
  const all = `SELECT ${point}, ${values.v} AS all_v, ${values.w} AS all_w, ${values.t} AS all_t, ${order} AS o ${from}`;
  const last = (column: string): string => `${dialect.aggregate('argMax', [`all_${column}`, 'o'])} AS ${column}`;
  return `SELECT r, k, s, ${last('v')}, ${last('w')}, ${last('t')} FROM (${all}) AS logged GROUP BY r, k, s`;
}
