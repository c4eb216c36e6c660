/** What is painted of a density. */
export interface DensityPaint {
  /** Per bucket the points per cell, as `DensityAnswer` gives them. */
  readonly counts: readonly Uint32Array[];
  /** `#rrggbb` per bucket; null for one that is hidden. */
  readonly colors: readonly (string | null)[];
}

/** Part of its colour that the emptiest and the fullest cell keep: faint, so that lines stay in front. */
const fewest = 0.06;
const most = 0.4;

/**
 * Writes a pixel per cell (0xAABBGGRR): the colour of the bucket with most points in it, as opaque as the logarithm of the points of all shown buckets.
 */
export function densityPixels({ counts, colors }: DensityPaint, pixels: Uint32Array): void {
  const shown = counts.flatMap((cells, bucket) => {
    const color = colors[bucket] ?? null;
    return color === null ? [] : [{ cells, color: pixelColor(color) }];
  });
  let fullest = 0;
  for (let i = 0; i < pixels.length; i += 1) fullest = Math.max(fullest, totalOf(shown, i));
  const scale = Math.log1p(fullest);
  for (let i = 0; i < pixels.length; i += 1) {
    const total = totalOf(shown, i);
    pixels[i] = total === 0 ? 0 : (alphaOf(Math.log1p(total) / scale) | dominantColor(shown, i)) >>> 0;
  }
}

interface ShownCells {
  readonly cells: Uint32Array;
  readonly color: number;
}

function totalOf(shown: readonly ShownCells[], i: number): number {
  let total = 0;
  for (const { cells } of shown) total += cells[i] ?? 0;
  return total;
}

function dominantColor(shown: readonly ShownCells[], i: number): number {
  let best = 0;
  let color = 0;
  for (const entry of shown) {
    const count = entry.cells[i] ?? 0;
    if (count > best) [best, color] = [count, entry.color];
  }
  return color;
}

function alphaOf(share: number): number {
  return Math.round((fewest + (most - fewest) * share) * 255) << 24;
}

function pixelColor(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return ((blue ?? 0) << 16) | ((green ?? 0) << 8) | (red ?? 0);
}
