import type { LineScene } from './line-painter.js';
import { toPixels } from './pixel-axis.js';
import type { LinePoints } from './x-values.js';

/** A line as canvas paths: what is stroked, and the points that have no neighbour and become dots. */
export interface LinePath {
  readonly strokes: Path2D;
  readonly dots: readonly (readonly [number, number])[];
}

/** Points of one unbroken stretch within one device pixel column, drawn as first, lowest, highest and last. */
interface Column {
  first: number;
  low: number;
  high: number;
  last: number;
}

/** The path of a line in a scene. Each device pixel column keeps its first, lowest, highest and last y, so that spikes survive. */
export function createLinePath({ x, y }: LinePoints, scene: LineScene): LinePath {
  const strokes = new Path2D();
  const dots: (readonly [number, number])[] = [];
  const px = toPixels(scene.x);
  const py = toPixels(scene.y);
  const columnsPerPixel = x.length > 4 * scene.width * scene.pixelRatio ? scene.pixelRatio : Infinity;

  let open = false;
  let stretch = 0;
  let columnX = NaN;
  let column: Column | null = null;

  const add = (atX: number, atY: number): void => {
    if (open) strokes.lineTo(atX, atY);
    else strokes.moveTo(atX, atY);
    open = true;
  };
  const endColumn = (): void => {
    if (!column) return;
    const { first, low, high, last } = column;
    add(columnX, first);
    if (low !== high) {
      add(columnX, low);
      add(columnX, high);
      add(columnX, last);
    }
    column = null;
  };
  const endStretch = (): void => {
    if (stretch === 1 && column) dots.push([columnX, column.first]);
    else endColumn();
    column = null;
    open = false;
    stretch = 0;
  };

  for (let i = 0; i < x.length; i++) {
    const atX = px(x[i] ?? NaN);
    const atY = py(y[i] ?? NaN);
    if (!Number.isFinite(atX) || !Number.isFinite(atY)) {
      endStretch();
      continue;
    }
    stretch++;
    const inColumn = column !== null && Math.floor(atX * columnsPerPixel) === Math.floor(columnX * columnsPerPixel);
    if (column && inColumn && columnsPerPixel !== Infinity) {
      column.low = Math.min(column.low, atY);
      column.high = Math.max(column.high, atY);
      column.last = atY;
    } else {
      endColumn();
      columnX = atX;
      column = { first: atY, low: atY, high: atY, last: atY };
    }
  }
  endStretch();
  return { strokes, dots };
}
