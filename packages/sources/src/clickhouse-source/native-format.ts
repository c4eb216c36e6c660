import { RunSourceError } from '@runhue/core';
import type { SqlAnswer, SqlStatement } from '../run-source/sql/sql-statement.js';

/**
 * Reads an answer in ClickHouse's format Native: blocks of columns, each with its name and type; only Float64 and String are asked for.
 * Throws a RunSourceError: `interrupted` where the bytes end too early, `garbled` where they are something else.
 */
export function readNative(bytes: Uint8Array, { what, columns }: SqlStatement): SqlAnswer {
  const blocks: (Float64Array | string[])[][] = [];
  const decoder = new TextDecoder();
  let at = 0;
  let rowCount = 0;

  const take = (length: number): number => {
    const start = at;
    at += length;
    if (at > bytes.length) throw new RunSourceError('interrupted', `ClickHouse's answer to ${what} broke off after ${bytes.length} bytes; ask again.`);
    return start;
  };
  const varint = (): number => {
    let value = 0;
    for (let scale = 1; scale < 2 ** 49; scale *= 128) {
      const byte = bytes[take(1)] ?? 0;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
    return garbled(`a length is too long`);
  };
  const text = (): string => {
    const length = varint();
    if (length === 0) return '';
    const start = take(length);
    return decoder.decode(bytes.subarray(start, start + length));
  };
  const garbled = (problem: string): never => {
    throw new RunSourceError('garbled', `ClickHouse's answer to ${what} is not what was asked for: ${problem}. Is this the address of ClickHouse's HTTP interface?`);
  };

  while (at < bytes.length) {
    const width = varint();
    const rows = varint();
    if (width === 0 && rows === 0) continue;
    if (width !== columns.length) garbled(`${width} columns instead of ${columns.length}`);
    blocks.push(
      columns.map(({ name, type }) => {
        const [foundName, foundType] = [text(), text()];
        if (foundName !== name || foundType !== (type === 'number' ? 'Float64' : 'String')) garbled(`a column ${foundName.slice(0, 40)} of type ${foundType.slice(0, 40)} for ${name}`);
        if (type === 'text') return Array.from({ length: rows }, text);
        const start = take(rows * 8);
        return doublesOf(bytes.subarray(start, start + rows * 8));
      }),
    );
    rowCount += rows;
  }
  return { rowCount, columns: columns.map(({ type }, column) => (type === 'text' ? blocks.flatMap((block) => block[column] as string[]) : joinNumbers(blocks, column, rowCount))) };
}

/** Little-endian doubles, as the processors that run JavaScript have them, wherever they begin. */
function doublesOf(bytes: Uint8Array): Float64Array {
  const numbers = new Float64Array(bytes.length / 8);
  new Uint8Array(numbers.buffer).set(bytes);
  return numbers;
}

function joinNumbers(blocks: readonly (Float64Array | string[])[][], column: number, length: number): Float64Array {
  const [only] = blocks;
  if (blocks.length === 1) return only?.[column] as Float64Array;
  const all = new Float64Array(length);
  let at = 0;
  for (const block of blocks) {
    const part = block[column] as Float64Array;
    all.set(part, at);
    at += part.length;
  }
  return all;
}
