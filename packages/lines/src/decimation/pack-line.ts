import type { ColumnCuts } from './column-cuts.js';
import { packColumn, packNothing, PACKED_STRIDE, type Packing } from './packed-columns.js';

/** Columns that are left to the careful way where a gap is met, so that a line of many gaps is not read twice. */
const CAREFUL_COLUMNS = 32;

/** Beyond what four operations on doubles can be off, of their size. */
const ROUNDING = 2 ** -50;

/**
 * Reduces a line straight to packed columns, reading nothing but y: the very bytes of `decimateColumns` and `packColumns`.
 *
 * Processors guess which way a comparison goes, and for noise they guess wrong, which takes longer than all the rest. So nothing is compared
 * point by point: twice the lower of two numbers is their sum less their distance. That is off by roundings, which hardly ever reach the
 * 32 bits that are kept; where they could, the column is asked point by point. Gaps are not asked for either: they leave no number as the
 * total variation, as points without a place on the axis of x do, and are left to the careful way.
 *
 * @param n Points of the line.
 * @param carefully Packs columns [k, end) of those asked for.
 */
export function packLine(
  y: Float64Array,
  hidden: Float64Array | null,
  n: number,
  { at, share }: ColumnCuts,
  base: number,
  packing: Packing,
  out: Uint16Array,
  offset: number,
  carefully: (k: number, end: number) => void,
): void {
  const count = at.length - 1;
  let i = at[0]!;
  let entry = NaN;
  for (let k = 0, p = offset; k < count; k++, p += PACKED_STRIDE) {
    const begin = i;
    const end = at[k + 1]!;
    if (end === 0 || begin === n) {
      packNothing(out, p);
      continue;
    }
    if (entry !== entry) entry = begin === 0 ? y[begin]! : y[begin - 1]! * (1 - share[k]!) + y[begin]! * share[k]!;
    let v = entry;
    let lo2 = entry + entry;
    let hi2 = lo2;
    let tv = 0;
    for (; i + 1 < end; i += 2) {
      const u = y[i]!;
      const w = y[i + 1]!;
      const step = Math.abs(w - u);
      const lower2 = u + w - step;
      const upper2 = u + w + step;
      lo2 = (lo2 + lower2 - Math.abs(lo2 - lower2)) * 0.5;
      hi2 = (hi2 + upper2 + Math.abs(hi2 - upper2)) * 0.5;
      if (hidden !== null && i > 0) tv += hidden[i]!;
      tv += Math.abs(u - v);
      if (hidden !== null) tv += hidden[i + 1]!;
      tv += step;
      v = w;
    }
    if (i < end) {
      const u = y[i]!;
      lo2 = (lo2 + (u + u) - Math.abs(lo2 - (u + u))) * 0.5;
      hi2 = (hi2 + (u + u) + Math.abs(hi2 - (u + u))) * 0.5;
      if (hidden !== null && i > 0) tv += hidden[i]!;
      tv += Math.abs(u - v);
      v = u;
      i++;
    }
    const goesOn = end < n;
    let exit = v;
    if (goesOn) {
      const t = share[k + 1]!;
      exit = y[end - 1]! * (1 - t) + y[end]! * t;
      tv += Math.abs(exit - v);
    }
    if (tv - tv !== 0) {
      const next = Math.min(count, k + CAREFUL_COLUMNS);
      carefully(k, next);
      p += (next - 1 - k) * PACKED_STRIDE;
      k = next - 1;
      i = at[next]!;
      entry = NaN;
      continue;
    }
    let lo = (lo2 + (exit + exit) - Math.abs(lo2 - (exit + exit))) * 0.25;
    let hi = (hi2 + (exit + exit) + Math.abs(hi2 - (exit + exit))) * 0.25;
    const off = (end - begin + 4) * ROUNDING * (Math.abs(lo) + Math.abs(hi));
    let low = Math.fround(lo + off - base);
    let high = Math.fround(hi + off - base);
    if (low !== Math.fround(lo - off - base) || high !== Math.fround(hi - off - base)) {
      lo = exit < entry ? exit : entry;
      hi = exit < entry ? entry : exit;
      for (let j = begin; j < end; j++) {
        const u = y[j]!;
        if (u < lo) lo = u;
        else if (u > hi) hi = u;
      }
      low = Math.fround(lo - base);
      high = Math.fround(hi - base);
    }
    packColumn(low, high, Math.fround(tv), goesOn, packing, out, p);
    entry = exit;
  }
}
