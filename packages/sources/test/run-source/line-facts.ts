import type { PixelWindow } from '@runhue/core';

/** A stretch of finite points within one pixel column; x and y of its points. */
interface Stretch {
  readonly column: number;
  /** Whether a gap lies between the stretch before and this one. */
  readonly gapBefore: boolean;
  readonly first: string;
  readonly lowest: string;
  readonly highest: string;
  readonly last: string;
}

/** What a picture of a line in a window is made of. Equal facts, equal pictures. */
export interface LineFacts {
  readonly stretches: readonly Stretch[];
  /** By stretch. */
  readonly variations: readonly number[];
  /** By column, the points it holds in the order of x. */
  readonly byColumn: ReadonlyMap<number, readonly string[]>;
}

/** The last point left of the window and the first right of it count as columns −1 and `columns`. */
export function lineFacts(
  { x, y, hiddenVariation = null }: { x: ArrayLike<number>; y: ArrayLike<number>; hiddenVariation?: ArrayLike<number> | null },
  window: PixelWindow,
): LineFacts {
  const stretches: { -readonly [Name in keyof Stretch]: Stretch[Name] }[] = [];
  const variations: number[] = [];
  const byColumn = new Map<number, string[]>();
  const [left, right] = window.domain;
  const xs = Array.from(x);
  const from = xs.findLastIndex((at) => at < left);
  const beyond = xs.findIndex((at) => at > right);
  let gap = true;
  let [low, high] = [0, 0];
  let before: number | null = null;
  for (let i = Math.max(0, from); i < (beyond === -1 ? xs.length : beyond + 1); i += 1) {
    const [at, value] = [xs[i] ?? NaN, y[i] ?? NaN];
    const column = at < left ? -1 : at > right ? window.columns : columnAt(window, at);
    const point = pointText(at, value);
    const own = byColumn.get(column);
    if (own === undefined) byColumn.set(column, [point]);
    else own.push(point);
    if (!Number.isFinite(value)) {
      gap = true;
      continue;
    }
    const current = stretches.at(-1);
    if (current === undefined || gap || current.column !== column) {
      stretches.push({ column, gapBefore: gap, first: point, lowest: point, highest: point, last: point });
      variations.push(0);
      [low, high] = [value, value];
    } else {
      current.last = point;
      if (value < low) [low, current.lowest] = [value, point];
      if (value > high) [high, current.highest] = [value, point];
      const hidden = hiddenVariation?.[i] ?? 0;
      variations.push(Math.min(Number.MAX_VALUE, (variations.pop() ?? 0) + Math.abs(value - (before ?? value)) + hidden));
    }
    gap = false;
    before = value;
  }
  return { stretches, variations, byColumn };
}

/** A point as text, for comparing; all values that are not finite are one. */
function pointText(x: number, y: number): string {
  return `${x + 0} ${Number.isFinite(y) ? y + 0 : 'gap'}`;
}

function columnAt({ domain: [left, right], scale = 'linear', symlogConstant = 1, columns }: PixelWindow, x: number): number {
  const place = (value: number): number => {
    if (scale === 'linear') return value;
    if (scale === 'log') return Math.log(value);
    return Math.sign(value) * Math.log1p(Math.abs(value) / symlogConstant);
  };
  const factor = columns / (place(right) - place(left));
  const column = Number.isFinite(factor) && Number.isFinite(place(right) - place(left)) ? Math.floor((place(x) - place(left)) * factor) : 0;
  return Math.min(columns - 1, column);
}
