import { RunhueError } from '@runhue/core';

/**
 * A column of numbers as text: the smallest of five number types that holds every value exactly, a colon, and the little-endian
 * bytes in base64 (`i2:AAABAAIA`); or, for evenly spaced integers, `[first, spacing, count]`.
 */
export type PackedColumn = string | [first: number, spacing: number, count: number];

const numberTypes = {
  i1: Int8Array,
  i2: Int16Array,
  i4: Int32Array,
  f4: Float32Array,
  f8: Float64Array,
} as const;

export function packColumn(values: Float64Array, { spaced = false }: { spaced?: boolean } = {}): PackedColumn {
  if (spaced && values.length > 0) {
    const first = values[0] ?? 0;
    const spacing = (values[1] ?? first) - first;
    if (values.every((value, i) => Number.isInteger(value) && value === first + i * spacing)) return [first, spacing, values.length];
  }
  for (const [name, NumberType] of Object.entries(numberTypes)) {
    const typed = NumberType.from(values);
    if (values.every((value, i) => Object.is(typed[i], value))) return `${name}:${base64(new Uint8Array(typed.buffer))}`;
  }
  throw new RunhueError('A column of 64-bit numbers could not be packed.');
}

/** The numbers of a column. Throws a `RunhueError` for anything else; `budget.points` bounds what evenly spaced columns may claim. */
export function unpackColumn(column: unknown, budget: { points: number }): Float64Array {
  if (Array.isArray(column)) return spacedColumn(column, budget);
  if (typeof column !== 'string') throw new RunhueError(`A column is no text: ${JSON.stringify(column)}`);
  const NumberType = new Map(Object.entries(numberTypes)).get(column.slice(0, 2));
  if (NumberType === undefined || column[2] !== ':') throw new RunhueError(`A column has no number type: "${column.slice(0, 12)}"`);
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = Uint8Array.from(atob(column.slice(3)), (character) => character.charCodeAt(0));
  } catch {
    throw new RunhueError(`A column is no base64: "${column.slice(0, 24)}"`);
  }
  if (bytes.length % NumberType.BYTES_PER_ELEMENT !== 0) throw new RunhueError('A column ends inside a number.');
  return Float64Array.from(new NumberType(bytes.buffer));
}

function spacedColumn(column: readonly unknown[], budget: { points: number }): Float64Array {
  const [first, spacing, count] = column;
  if (typeof first !== 'number' || typeof spacing !== 'number' || typeof count !== 'number' || !Number.isInteger(count) || count < 0) {
    throw new RunhueError(`Evenly spaced numbers are [first, spacing, count], not ${JSON.stringify(column)}`);
  }
  budget.points -= count;
  if (budget.points < 0) throw new RunhueError(`Evenly spaced numbers claim more points than the file can have values (${count})`);
  return Float64Array.from({ length: count }, (_, i) => first + i * spacing);
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
