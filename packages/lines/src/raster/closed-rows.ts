/** Columns rastered together, so that the part of the buffers in use stays within the cache. */
export const STRIP_WIDTH = 64;

/**
 * Which pixels of a strip are done. `skip` says it pixel by pixel; per column, the longest stretch of rows known to be done is kept as well, in
 * rows and in the codes of packed columns, so that a column of a line is left after a few comparisons of whole numbers.
 */
export interface ClosedRows {
  /** Per pixel the rows down to the next one that can still change (0: this one). One row more than the strip has. */
  skip: Uint16Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** No column with edges from `least` to `most` reaches beyond rows `first` to `last`, however wide its stroke. */
  readonly least: Int32Array;
  readonly most: Int32Array;
}

/** Rows of codes under the widest stroke of a raster: `code · m + above` is the first, `code · m + below` the last. */
export interface CodeRows {
  readonly m: number;
  readonly above: number;
  readonly below: number;
}

const NEVER = 0x10000;
const ALWAYS = 0xffff;

export function createClosedRows(): ClosedRows {
  const numbers = (): Int32Array => new Int32Array(STRIP_WIDTH);
  return { skip: new Uint16Array(0), first: numbers(), last: numbers(), least: numbers(), most: numbers() };
}

/** Opens all rows. */
export function openRows({ skip, first, last, least, most }: ClosedRows): void {
  skip.fill(0);
  first.fill(0);
  last.fill(-1);
  least.fill(NEVER);
  most.fill(-1);
}

/** The first row from `row` on that can still change, beyond `last` when there is none up to it. */
export function firstOpenRow(skip: Uint16Array, k: number, row: number, last: number): number {
  let s = row * STRIP_WIDTH + k;
  while (row <= last) {
    const jump = skip[s]!;
    if (jump === 0) break;
    const further = skip[s + jump * STRIP_WIDTH]!;
    if (further !== 0) skip[s] = jump + further;
    row += jump + further;
    s += (jump + further) * STRIP_WIDTH;
  }
  return row;
}

/** Remembers that rows [from, to] of column `k` were found done, where that makes the known stretch longer. */
export function rememberClosed({ first, last, least, most }: ClosedRows, k: number, from: number, to: number, height: number, { m, above, below }: CodeRows): void {
  let a = first[k]!;
  let z = last[k]!;
  if (from >= a && to <= z) return;
  if (from <= z + 1 && to >= a - 1) {
    if (from < a) a = from;
    if (to > z) z = to;
  } else if (to - from > z - a) {
    a = from;
    z = to;
  } else return;
  first[k] = a;
  last[k] = z;
  // A code less on each side, for rounding. What lies beyond the plot reaches no row.
  least[k] = a === 0 ? 0 : Math.ceil((a - above) / m) + 1;
  most[k] = z === height - 1 ? ALWAYS : Math.floor((z + 1 - below) / m) - 1;
}
