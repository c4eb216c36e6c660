import type { SqlDialect } from '../run-source/sql/sql-dialect.js';
import type { SqlParameter } from '../run-source/sql/sql-statement.js';
import { clickHouseJson } from './clickhouse-json.js';

/** A bound value that is longer is refused by ClickHouse (`http_max_field_value_size`, 128 KiB), so lists are bound in parts. */
const longestValue = 60_000;

/**
 * ClickHouse 22.8 and later. Needs no settings, so that a user with `readonly = 1` can ask: aggregates are `…OrNull`, and what a LEFT JOIN
 * may miss is Nullable.
 */
export const clickHouseDialect: SqlDialect = {
  name: 'ClickHouse',
  bind,
  numberedTexts: (list, count) => numbered(list, 'run_id', count),
  numberedNumbers: (list, count) => numbered(list, 'n', count),
  isIn: (expression, list) => `${expression} IN ${list}`,
  toDouble: (expression) => `toFloat64(${expression})`,
  toNullable: (expression) => `toNullable(${expression})`,
  toNumber: (expression) => `ifNull(toFloat64(${expression}), nan)`,
  toText: (expression) => `toString(${expression})`,
  toPlainText: (expression) => `CAST(${expression}, 'String')`,
  isFinite: 'isFinite',
  // ClickHouse knows the type when it plans, and need not read a column of whole numbers for this.
  isFiniteColumn: (column) => `isNotNull(${column}) AND (position(toTypeName(${column}), 'Float') = 0 OR isFinite(toFloat64(${column})))`,
  isNaN: 'isNaN',
  isInfinite: 'isInfinite',
  log1p: (expression) => `log1p(${expression})`,
  aggregate: (name, operands, condition) => {
    if (name === 'count') return condition === undefined ? 'count()' : `countIf(${condition})`;
    return condition === undefined ? `${name}OrNull(${operands.join(', ')})` : `${name}OrNullIf(${operands.join(', ')}, ${condition})`;
  },
  tuple: (...items) => `(${items.join(', ')})`,
  keptPoints: (table) => [
    `cells AS (SELECT i, px, count() AS n, min(isFinite(v)) AS whole, arraySort(groupArray((assumeNotNull(x), assumeNotNull(s), assumeNotNull(v)))) AS points FROM ${table} GROUP BY i, px)`,
    'lists AS (SELECT i, px, n, whole, points.1 AS xs, points.3 AS vs FROM cells)',
    'chosen AS (SELECT i, px, n, xs, vs, if(n > 4 AND whole = 1, arraySort(arrayDistinct([1, indexOf(vs, arrayMin(vs)), indexOf(vs, arrayMax(vs)), n])), range(1, n + 1)) AS places FROM lists)',
    'kept AS (SELECT i, px, n, places, arrayMap(p -> xs[p], places) AS kept_xs, arrayMap(p -> vs[p], places) AS kept_vs, if(length(places) < n, arrayCumSum(arrayMap(d -> abs(d), arrayDifference(vs))), []) AS sums, arrayMap(p -> if(empty(sums), 0, sums[p]), places) AS kept_sums FROM chosen)',
    'kept_points AS (SELECT i, px, n, place, x, v, varied FROM kept ARRAY JOIN places AS place, kept_xs AS x, kept_vs AS v, kept_sums AS varied)',
  ],
  holds: (expression, lowerCased) => `position(lowerUTF8(toString(${expression})), ${lowerCased}) > 0`,
  json: clickHouseJson,
  hash: (expression) => `cityHash64(${expression}) % 9007199254740992`,
  settings: '\nFORMAT Native',
};

function numbered(list: string, name: string, count: number): string {
  return `SELECT tupleElement(pair, 1) AS ${name}, tupleElement(pair, 2) AS i FROM (SELECT arrayJoin(arrayZip(${list}, range(${count}))) AS pair)`;
}

const types = { text: 'String', number: 'Float64', texts: 'Array(String)', numbers: 'Array(Float64)' } as const;

function bind(parameters: SqlParameter[], parameter: SqlParameter): string {
  const place = (part: SqlParameter): string => `{p${parameters.push(part)}:${types[part.type]}}`;
  if (parameter.type === 'text' || parameter.type === 'number') return place(parameter);
  const parts = parameter.type === 'texts' ? textParts(parameter.value) : numberParts(parameter.value);
  return parts.length === 1 ? place(parts[0] as SqlParameter) : `arrayConcat(${parts.map(place).join(', ')})`;
}

function textParts(values: readonly string[]): SqlParameter[] {
  const parts: string[][] = [[]];
  let length = 0;
  for (const value of values) {
    length += value.length * 3 + 3;
    if (length > longestValue && parts.at(-1)?.length !== 0) {
      parts.push([]);
      length = value.length * 3 + 3;
    }
    parts.at(-1)?.push(value);
  }
  return parts.map((value) => ({ type: 'texts', value }));
}

function numberParts(values: ArrayLike<number>): SqlParameter[] {
  const all = Array.from(values);
  const count = Math.max(1, Math.ceil(all.length / 2_000));
  return Array.from({ length: count }, (_, part) => ({ type: 'numbers', value: all.slice(part * 2_000, (part + 1) * 2_000) }));
}
