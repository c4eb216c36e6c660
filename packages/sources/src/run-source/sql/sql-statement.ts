/** A value bound to a statement: a text, a number, or a list of either. */
export type SqlParameter =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'texts'; readonly value: readonly string[] }
  | { readonly type: 'numbers'; readonly value: ArrayLike<number> };

/** A column of an answer. Numbers are doubles, NaN where the engine has NULL; texts empty ones. */
export interface SqlColumn {
  readonly name: string;
  readonly type: 'number' | 'text';
}

/** One question in the words of an engine. */
export interface SqlStatement {
  /** What is asked for, as an error says it. */
  readonly what: string;
  readonly text: string;
  readonly parameters: readonly SqlParameter[];
  /** In the order of the answer's columns. */
  readonly columns: readonly SqlColumn[];
}

/** An answer, column by column. */
export interface SqlAnswer {
  readonly rowCount: number;
  /** By number of the column. */
  readonly columns: readonly (Float64Array | readonly string[])[];
}

/** The numbers of a column of an answer. */
export function numbersAt(answer: SqlAnswer, column: number): Float64Array {
  const values = answer.columns[column];
  return values instanceof Float64Array ? values : new Float64Array();
}

/** The texts of a column of an answer. */
export function textsAt(answer: SqlAnswer, column: number): readonly string[] {
  const values = answer.columns[column];
  return values === undefined || values instanceof Float64Array ? [] : values;
}
