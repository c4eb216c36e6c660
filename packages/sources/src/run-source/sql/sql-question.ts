import type { SqlDialect } from './sql-dialect.js';
import type { SqlColumn, SqlParameter, SqlStatement } from './sql-statement.js';
import type { SqlNames, SqlTableRole } from './sql-tables.js';

/** A statement while it is written: values that are bound get their place in the text. */
export interface SqlQuestion {
  readonly dialect: SqlDialect;
  readonly names: SqlNames;
  /** A table where one is named. */
  table(role: SqlTableRole): string;
  text(value: string): string;
  number(value: number): string;
  texts(values: readonly string[]): string;
  numbers(values: ArrayLike<number>): string;
  /** Ends it; `body` is all that follows the list of columns. */
  ask(what: string, withs: readonly string[], columns: SqlOutput, body: string): SqlStatement;
}

/** What is selected: name → type and expression. */
export interface SqlOutput {
  readonly [name: string]: readonly [type: SqlColumn['type'], expression: string];
}

/** Begins a statement in a dialect. */
export function createQuestion(dialect: SqlDialect, names: SqlNames): SqlQuestion {
  const parameters: SqlParameter[] = [];
  const bind = (parameter: SqlParameter): string => dialect.bind(parameters, parameter);
  return {
    dialect,
    names,
    table: (role) => {
      const { files, name } = names.tables[role];
      return files === null || dialect.fromFiles === undefined ? name : dialect.fromFiles(bind({ type: 'texts', value: files }));
    },
    text: (value) => bind({ type: 'text', value }),
    number: (value) => bind({ type: 'number', value }),
    texts: (value) => bind({ type: 'texts', value }),
    numbers: (value) => bind({ type: 'numbers', value }),
    ask(what, withs, output, body) {
      const outputs = Object.entries(output);
      const select = outputs.map(([name, [type, expression]]) => `${type === 'number' ? dialect.toNumber(expression) : dialect.toPlainText(expression)} AS ${name}`);
      const text = `${withs.length === 0 ? '' : `WITH ${withs.join(',\n')}\n`}SELECT ${select.join(', ')}\n${body}${dialect.settings}`;
      return { what, text, parameters, columns: outputs.map(([name, [type]]) => ({ name, type })) };
    },
  };
}
