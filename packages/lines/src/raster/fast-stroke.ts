import { createDashGate, type DashRun } from './dash.js';
import { BENEATH_FULL, FULL } from './deposit.js';
import type { IdBuffer } from './id-buffer.js';
import { STRIP_WIDTH, type Strip } from './strip.js';

const TURN = 2;

/**
 * One piece of a line in one column, beneath everything already there.
 *
 * @param el Highest row that it and the columns it is connected with reach, and `eh` the lowest: the stroke never goes further, but for half a width.
 */
export function fastStroke(
  strip: Strip,
  buffer: IdBuffer,
  id: number,
  w: number,
  c: number,
  top: number,
  bottom: number,
  tv: number,
  el: number,
  eh: number,
  entry: number,
  exit: number,
  dash: DashRun | null,
): void {
  const { width, height, top: over, beneath } = buffer;
  const { skip } = strip;
  const a = bottom - top;
  const middle = (top + bottom) * 0.5;
  const half = w / 2 + 0.5;
  // A line that turns within the column (tv > a) fills its own rows, but reaches less far into the neighbours' rows.
  const straight = tv - a < 0.1;
  const reach = straight ? 1 : tv >= TURN * a ? 0 : (TURN - tv / a) / (TURN - 1);
  const first = top - (top - el) * reach - half;
  const final = bottom + (eh - bottom) * reach + half;
  // Canvases draw lines of a pixel or less as hairlines: one pixel of ink a row or column, whatever the slope.
  const slope = w > 1 ? Math.sqrt(1 + a * a) : Math.max(1, a);
  const thick = w * (straight ? slope : Math.sqrt(1 + tv * tv));
  const extent = (thick + slope) * 0.5;
  const gain = 255 / slope;
  const upperEnd = middle - extent;
  const lowerEnd = middle + extent;
  let r = Math.max(0, first - 0.5, upperEnd - 0.5) | 0;
  const last = Math.min(height - 1, final + 0.5, lowerEnd + 0.5) | 0;
  let p = r * width + c;
  let s = r * STRIP_WIDTH + c - strip.from;
  const gate = dash === null ? null : createDashGate(dash, c, top, bottom, tv, entry, exit);
  const idBits = id << 8;
  while (r <= last) {
    const jump = skip[s]!;
    if (jump !== 0) {
      const further = skip[s + jump * STRIP_WIDTH]!;
      if (further !== 0) skip[s] = jump + further;
      r += jump + further;
      p += (jump + further) * width;
      s += (jump + further) * STRIP_WIDTH;
      continue;
    }
    const y = r + 0.5;
    let g = (y < middle ? y - upperEnd : lowerEnd - y) * gain;
    const e = (y - first) * 255;
    const f = (final - y) * 255;
    if (e < g) g = e;
    if (f < g) g = f;
    if (g > 255) g = 255;
    if (gate !== null) g *= gate(y);
    if (g >= FULL) {
      skip[s] = 1;
      if (over[p] === 0) over[p] = idBits | 255;
      else {
        const under = beneath[p]!;
        beneath[p] = (under & 255) < 128 ? idBits | 255 : under | 255;
      }
    } else if (g >= 2) {
      const cover = g | 0;
      if (over[p] === 0) over[p] = idBits | cover;
      else {
        const under = beneath[p]!;
        if (under === 0) beneath[p] = idBits | cover;
        else {
          const has = under & 255;
          const more = ((255 - has) * cover) >> 8;
          let sum = has + more;
          if (sum >= BENEATH_FULL) {
            sum = 255;
            skip[s] = 1;
          }
          beneath[p] = (more > has ? idBits : under & ~255) | sum;
        }
      }
    }
    r++;
    p += width;
    s += STRIP_WIDTH;
  }
}
