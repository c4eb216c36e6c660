import { RunhueError } from '@runhue/core';

/** Writers pad the last bit-packed run; Arrow's runs have 504 values at most. */
const padding = 504;

/**
 * Walks `count` values of Parquet's RLE / bit-packed hybrid from `start` and says how many of them are 1. Throws a RunhueError when a
 * run says that it is longer than what is left, or the bytes end: a decoder that believed it would fill the memory.
 */
export function checkHybrid(bytes: Uint8Array, start: number, bitWidth: number, count: number): { readonly ones: number } {
  if (bitWidth > 32) throw new RunhueError(`a page packs values in ${bitWidth} bits`);
  let pos = start;
  let ones = 0;
  for (let seen = 0; seen < count; ) {
    const { header, next } = runHeader(bytes, pos);
    pos = next;
    const length = header % 2 === 1 ? ((header - 1) / 2) * 8 : header / 2;
    if (length > count - seen + (header % 2 === 1 ? padding : 0)) {
      throw new RunhueError(`a page has a run of ${length} values where ${count - seen} are left`);
    }
    if (header % 2 === 1) {
      ones += bitWidth === 1 ? countOnes(bytes, pos, Math.min(length, count - seen)) : 0;
      pos += Math.max(1, Math.ceil((length * bitWidth) / 8));
    } else {
      if (bytes[pos] === 1) ones += length;
      pos += (bitWidth + 7) >> 3;
    }
    if (pos > bytes.length && bitWidth > 0) throw new RunhueError('a page ends too early');
    seen += length;
  }
  return { ones };
}

/** A varint of at most 32 bits. */
function runHeader(bytes: Uint8Array, start: number): { header: number; next: number } {
  let header = 0;
  for (let index = 0; index < 5; index++) {
    const byte = bytes[start + index];
    if (byte === undefined) throw new RunhueError('a page ends too early');
    header += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) {
      if (header >= 2 ** 31) break;
      return { header, next: start + index + 1 };
    }
  }
  throw new RunhueError('a page has a run of billions of values');
}

function countOnes(bytes: Uint8Array, start: number, bits: number): number {
  let ones = 0;
  for (let bit = 0; bit < bits; bit++) ones += ((bytes[start + (bit >> 3)] ?? 0) >> (bit & 7)) & 1;
  return ones;
}
