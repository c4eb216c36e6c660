import type { SqlParameter } from '../run-source/sql/sql-statement.js';

/** A bound value as ClickHouse reads `param_…`: the format TabSeparated, in which lists hold texts in single quotes. */
export function parameterText(parameter: SqlParameter): string {
  if (parameter.type === 'text') return escaped(parameter.value);
  if (parameter.type === 'number') return numberText(parameter.value);
  if (parameter.type === 'numbers') return `[${Array.from(parameter.value, numberText).join(',')}]`;
  return `[${parameter.value.map((value) => `'${escaped(value)}'`).join(',')}]`;
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (Number.isFinite(value)) return String(value);
  return value > 0 ? 'inf' : '-inf';
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\'': '\\\'', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\b': '\\b', '\f': '\\f', '\0': '\\0' };

function escaped(text: string): string {
  return text.replaceAll(/[\\'\t\n\r\b\f\0]/g, (character) => escapes[character] ?? character);
}
