import type { SqlParameter } from './sql-statement.js';

/** An aggregate over the rows that meet a condition; NULL over none. */
export type SqlAggregate = 'min' | 'max' | 'argMin' | 'argMax' | 'count';

/** JSON objects as texts. Where the engine cannot read one, it gives the whole text after a question mark, with which no JSON begins. */
export interface SqlJson {
  /** The JSON text of the value at a path of names, else the empty text. */
  at(text: string, path: readonly string[], bind: (text: string) => string): string;
  /** The double that a JSON text spells, for one that begins as a number. */
  toNumber(text: string): string;
  /** The members of an object, each as a row of its own, which `member` takes apart. */
  members(text: string): string;
  member(pair: string): readonly [name: string, text: string];
}

/** What DuckDB and ClickHouse say differently. Expressions in, expressions out; values come in by `bind` only. */
export interface SqlDialect {
  readonly name: string;
  /** Notes a value to bind and gives its place in the text; `parameters` are those noted so far. */
  bind(parameters: SqlParameter[], parameter: SqlParameter): string;
  /** The table that files hold, by a bound list of paths. Absent where there are tables only. */
  fromFiles?(paths: string): string;
  /** A list of texts as rows `run_id, i`, counted from 0. */
  numberedTexts(list: string, count: number): string;
  /** A list of numbers as rows `n, i`, counted from 0. */
  numberedNumbers(list: string, count: number): string;
  /** Whether a text is in a bound list. */
  isIn(expression: string, list: string): string;
  /** As a double; NULL stays. */
  toDouble(expression: string): string;
  /** As a value that a LEFT JOIN which finds nothing gives as NULL. */
  toNullable(expression: string): string;
  /** As a double without NULL: NaN instead. */
  toNumber(expression: string): string;
  /** As a text; NULL stays. */
  toText(expression: string): string;
  /** As a text of the engine's plain type; there is no NULL. */
  toPlainText(expression: string): string;
  readonly isFinite: string;
  /** Whether a column of numbers of any type holds one that is neither NULL nor NaN nor infinite; free of cost for whole numbers. */
  isFiniteColumn(column: string): string;
  readonly isNaN: string;
  readonly isInfinite: string;
  /** ln(1 + x). */
  log1p(expression: string): string;
  aggregate(name: SqlAggregate, operands: readonly string[], condition?: string): string;
  /** A tuple that is compared item by item. */
  tuple(...items: readonly string[]): string;
  /**
   * Parts of WITH that end in the table `kept_points`: of each `i, px` of a table with rows `i, px, x, s, v`, ordered by `x, s`, the first, lowest, highest and
   * last point where it has more than four and all are finite, else all. Columns `i`, `px`, `n` (points before), `place` (from 1), `x`, `v`, and
   * `varied`, the variation of `v` from the first point up to this one.
   */
  keptPoints(table: string): string[];
  /** Whether a text holds a bound one, whatever the case; the bound one is in lower case. */
  holds(expression: string, lowerCased: string): string;
  /** Null where the engine may lack JSON: texts are then read here. */
  readonly json: SqlJson | null;
  /** A whole number below 2⁵³ by which texts can be told to be the same as before. */
  hash(expression: string): string;
  /** Added at the end of a query. */
  readonly settings: string;
}
