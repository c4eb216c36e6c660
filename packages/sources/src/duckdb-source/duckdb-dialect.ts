import type { SqlDialect } from '../run-source/sql/sql-dialect.js';
import type { SqlParameter } from '../run-source/sql/sql-statement.js';
import { duckDbJson } from './duckdb-json.js';

/** Control characters by which a list of texts may be cut; one that no text of it holds is taken. */
const separators = ['\u001f', '\u001e', '\u001d', '\u001c', '\u0001'];

/** So many texts are bound one by one: DuckDB skips row groups by the values of an IN, not by those of a subquery. */
const mostListed = 2_000;
const listed = 'list_value(';

/**
 * DuckDB 1.3 and later. Longer lists are bound as one text that DuckDB cuts, because DuckDB-WASM cannot bind lists. NaN is the greatest double
 * there, so every aggregate is over what a condition lets through.
 */
export const duckDbDialect: SqlDialect = {
  name: 'DuckDB',
  bind,
  fromFiles: (paths) => `read_parquet(${paths})`,
  numberedTexts: (list, count) => `SELECT unnest(${list}) AS run_id, unnest(range(${count})) AS i`,
  numberedNumbers: (list, count) => `SELECT unnest(${list}) AS n, unnest(range(${count})) AS i`,
  isIn: (expression, list) => `${expression} IN (${list.startsWith(listed) ? list.slice(listed.length, -1) : `SELECT unnest(${list})`})`,
  toDouble: (expression) => `CAST(${expression} AS DOUBLE)`,
  toNullable: (expression) => expression,
  toNumber: (expression) => `coalesce(CAST(${expression} AS DOUBLE), CAST('NaN' AS DOUBLE))`,
  toText: (expression) => `CAST(${expression} AS VARCHAR)`,
  toPlainText: (expression) => expression,
  isFinite: 'isfinite',
  // DuckDB knows the type when it plans, and drops the condition.
  isFiniteColumn: (column) => `${column} IS NOT NULL AND (typeof(${column}) NOT IN ('DOUBLE', 'FLOAT') OR isfinite(CAST(${column} AS DOUBLE)))`,
  isNaN: 'isnan',
  isInfinite: 'isinf',
  // Higham, Accuracy and Stability of Numerical Algorithms, problem 1.5: exact where 1 + x rounds.
  log1p: (x) => `(CASE WHEN 1 + ${x} = 1 THEN ${x} ELSE ln(1 + ${x}) * ${x} / ((1 + ${x}) - 1) END)`,
  aggregate: (name, operands, condition) => {
    const call = `${functions[name]}(${operands.join(', ')})`;
    return condition === undefined ? call : `${call} FILTER (WHERE ${condition})`;
  },
  tuple: (...items) => `row(${items.join(', ')})`,
  keptPoints: (table) => [
    `cells AS (SELECT i, px, count(*) AS n, bool_and(isfinite(v)) AS whole, list(x ORDER BY x, s) AS xs, list(v ORDER BY x, s) AS vs FROM ${table} GROUP BY i, px)`,
    'chosen AS (SELECT *, CASE WHEN n > 4 AND whole THEN list_sort(list_distinct([1, list_position(vs, list_min(vs)), list_position(vs, list_max(vs)), n])) ELSE range(1, n + 1) END AS places FROM cells)',
    'steps AS (SELECT *, CASE WHEN len(places) < n THEN list_transform(range(1, n), lambda j: abs(vs[j + 1] - vs[j])) END AS changes FROM chosen)',
    'kept AS (SELECT i, px, n, xs, vs, changes, unnest(places) AS place FROM steps)',
    'kept_points AS (SELECT i, px, n, place, xs[place] AS x, vs[place] AS v, coalesce(list_sum(changes[1:place - 1]), 0) AS varied FROM kept)',
  ],
  holds: (expression, lowerCased) => `contains(lower(CAST(${expression} AS VARCHAR)), ${lowerCased})`,
  json: duckDbJson,
  hash: (expression) => `hash(${expression}) % 9007199254740992`,
  settings: '',
};

const functions = { min: 'min', max: 'max', argMin: 'arg_min', argMax: 'arg_max', count: 'count' } as const;

function bind(parameters: SqlParameter[], parameter: SqlParameter): string {
  const place = (flat: SqlParameter): string => `$${parameters.push(flat)}`;
  if (parameter.type === 'number') return `CAST(${place(parameter)} AS DOUBLE)`;
  if (parameter.type === 'text') return `CAST(${place(parameter)} AS VARCHAR)`;
  if (parameter.type === 'numbers') return `CAST(string_split(${place({ type: 'text', value: Array.from(parameter.value).join(',') })}, ',') AS DOUBLE[])`;
  const separator = separators.find((candidate) => !parameter.value.some((value) => value.includes(candidate)));
  if (separator === undefined || (parameter.value.length > 0 && parameter.value.length <= mostListed)) return `${listed}${parameter.value.map((value) => `CAST(${place({ type: 'text', value })} AS VARCHAR)`).join(', ')})`;
  return `string_split(${place({ type: 'text', value: parameter.value.join(separator) })}, CAST(${place({ type: 'text', value: separator })} AS VARCHAR))`;
}
