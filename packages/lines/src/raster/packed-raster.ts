import type { Unpacker } from '../decimation/packed-columns.js';
import type { CodeRows } from './closed-rows.js';

/** Packed columns to be drawn, and what their codes mean. */
export interface PackedRaster {
  readonly packed: Uint16Array;
  readonly unpacker: Unpacker;
  /** Of the widest stroke. */
  readonly rows: CodeRows;
}

/** `w` is the width of the widest stroke. */
export function createPackedRaster(packed: Uint16Array, unpacker: Unpacker, w: number): PackedRaster {
  const { m, b } = unpacker;
  return { packed, unpacker, rows: { m, above: b - w / 2 - 0.5, below: b + w / 2 + 0.5 } };
}
