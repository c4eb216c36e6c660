import { bandLooks, type LineLook, type LineScene } from './line-painter.js';
import { toPixels } from './pixel-axis.js';

/** A filled area of a plot as SVG path data in device pixels of its canvas. */
export interface BandPath {
  readonly d: string;
  /** `#rrggbb`. */
  readonly color: string;
  readonly opacity: number;
}

/** The bands of a plot, lowest first, with at most one edge point per device pixel column. */
export function bandPaths(scene: LineScene, looks: readonly LineLook[], dim: string): BandPath[] {
  const { pixelRatio, columns } = scene;
  const across = toPixels(scene.x);
  const down = toPixels(scene.y);
  return bandLooks(scene, looks, dim).map(({ band: { x, low, high }, color, opacity }) => {
    const pieces: string[] = [];
    let piece: { readonly top: string[]; readonly bottom: string[] } | null = null;
    let column = { at: NaN, low: NaN, high: NaN };
    const put = (): void => {
      if (!piece || Number.isNaN(column.at)) return;
      piece.top.push(`${column.at} ${round(down(column.high) * pixelRatio)}`);
      piece.bottom.push(`${column.at} ${round(down(column.low) * pixelRatio)}`);
    };
    const close = (): void => {
      put();
      column = { at: NaN, low: NaN, high: NaN };
      if (piece) pieces.push(`M${[...piece.top, ...piece.bottom.toReversed()].join('L')}Z`);
      piece = null;
    };
    for (let i = 0; i < x.length; i++) {
      const [lower, upper] = [low[i] ?? NaN, high[i] ?? NaN];
      const at = Math.max(-1, Math.min(columns + 1, round(across(x[i] ?? NaN) * pixelRatio, 1)));
      if (!(lower <= upper) || Number.isNaN(at)) {
        close();
        continue;
      }
      piece ??= { top: [], bottom: [] };
      if (column.at === at) column = { at, low: Math.min(column.low, lower), high: Math.max(column.high, upper) };
      else {
        put();
        column = { at, low: lower, high: upper };
      }
    }
    close();
    return { d: pieces.join(''), color, opacity };
  });
}

function round(value: number, places = 10): number {
  return Math.round(value * places) / places;
}
