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
  // Columns are written with their table, or ClickHouse would take one of the same name as an alias for the alias.
  const own = (column: string): string => `log.${column}`;
  const { wallTime, runtime, order } = names.points;
  const [runId, name, step, value] = [names.points.runId, names.points.key, names.points.step, names.points.value].map(own) as [string, string, string, string];
  const conditions = [
    ...(key === undefined ? [] : [`${name} = ${key}`]),
    ...(runIds === undefined ? [] : [dialect.isIn(runId, runIds)]),
    `${value} IS NOT NULL`,
    `${dialect.isFinite}(${dialect.toNumber(step)})`,
  ];
  const clock = (column: string | null): string => dialect.toNumber(column === null ? 'NULL' : own(column));
  const from = `FROM ${names.tables.points} AS log WHERE ${conditions.join(' AND ')}`;
  const point = `${runId} AS r, ${name} AS k, ${dialect.toNumber(step)} AS s`;
  const values = { v: dialect.toNumber(value), w: clock(wallTime), t: clock(runtime) };
  if (order === null) return `SELECT ${point}, ${values.v} AS v, ${values.w} AS w, ${values.t} AS t ${from}`;
  const all = `SELECT ${point}, ${values.v} AS all_v, ${values.w} AS all_w, ${values.t} AS all_t, ${own(order)} AS o ${from}`;
  const last = (column: string): string => `${dialect.aggregate('argMax', [`logged.all_${column}`, 'logged.o'])} AS ${column}`;
  return `SELECT logged.r AS r, logged.k AS k, logged.s AS s, ${last('v')}, ${last('w')}, ${last('t')} FROM (${all}) AS logged GROUP BY logged.r, logged.k, logged.s`;
}
