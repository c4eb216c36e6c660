import type { SqlQuestion } from './sql-question.js';

/** Which points are read. Default: all. */
export interface PointsWanted {
  /** Places of bound values. */
  readonly key?: string;
  readonly runIds?: string;
  /**
   * Conditions on the table's own columns, so that the engine can skip what it knows to lie elsewhere. On `step` they hold before points that were
   * replaced are left out; on the other columns only where there are none.
   */
  readonly where?: readonly string[];
}

/** A column of the table of points, as conditions and expressions name it: with its table, or ClickHouse would take it for an alias. */
export function pointColumn(column: string): string {
  return `log.${column}`;
}

/**
 * Points that were logged, each once: run `r`, metric `k`, step `s`, value `v`, wall time `w` and run time `t`, all numbers but steps doubles (NULL or NaN
 * times: unknown); steps are as the table has them, for engines find the ends of whole numbers faster. A NULL value or a step that is not finite was not logged; with an order column the last of a run, key and step is taken.
 */
export function loggedPoints(question: SqlQuestion, { key, runIds, where = [] }: PointsWanted = {}): string {
  const { dialect, names } = question;
  const { wallTime, runtime, order } = names.points;
  const [runId, name, step, value] = [names.points.runId, names.points.key, names.points.step, names.points.value].map(pointColumn) as [string, string, string, string];
  const conditions = [
    ...(key === undefined ? [] : [`${name} = ${key}`]),
    ...(runIds === undefined ? [] : [dialect.isIn(runId, runIds)]),
    ...where,
    `${value} IS NOT NULL`,
    dialect.isFiniteColumn(step),
  ];
  const clock = (column: string | null): string => dialect.toDouble(column === null ? 'NULL' : pointColumn(column));
  const from = `FROM ${question.table('points')} AS log WHERE ${conditions.join(' AND ')}`;
  const point = `${runId} AS r, ${name} AS k, ${step} AS s`;
  const values = { v: dialect.toDouble(value), w: clock(wallTime), t: clock(runtime) };
  if (order === null) return `SELECT ${point}, ${values.v} AS v, ${values.w} AS w, ${values.t} AS t ${from}`;
  // NaN for NULL, which an argMax would pass over.
  const all = Object.entries(values).map(([as, expression]) => `${dialect.toNumber(expression)} AS all_${as}`);
  const last = (column: string): string => `${dialect.aggregate('argMax', [`logged.all_${column}`, 'logged.o'])} AS ${column}`;
  return `SELECT logged.r AS r, logged.k AS k, logged.s AS s, ${last('v')}, ${last('w')}, ${last('t')} FROM (SELECT ${point}, ${all.join(', ')}, ${pointColumn(order)} AS o ${from}) AS logged GROUP BY logged.r, logged.k, logged.s`;
}
