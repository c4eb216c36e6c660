import { fromPixel, toPixel, xAxisMap, type AxisMap, type View } from '../view/view.js';

/** The pixel columns of a view, as values of x. */
export interface ColumnGrid {
  readonly width: number;
  readonly map: AxisMap;
  /** Left edge of each column, and after them the first x that is beyond the right edge of the last. */
  readonly edges: Float64Array;
}

/** Cuts the x window of a view into device pixel columns. A value on the right edge belongs to the last column. */
export function createColumnGrid(view: View): ColumnGrid {
  const map = xAxisMap(view);
  const { width } = view;
  const [first, last] = view.xDomain;
  // Smallest step between values that can matter; near zero of a linear axis doubles are finer than any pixel.
  const least = map.type === 'log' ? 0 : (last - first) * 2 ** -70;
  const ulp = (value: number): number => Math.max(Math.abs(value) * 2 ** -52, least, Number.MIN_VALUE);
  const edges = new Float64Array(width + 1);
  for (let c = 0; c <= width; c++) {
    // fromPixel rounds; an edge must not lie right of a value that toPixel puts into its column.
    let edge = fromPixel(map, c);
    while (toPixel(map, edge - ulp(edge)) >= c) edge -= ulp(edge);
    while (toPixel(map, edge) < c) edge += ulp(edge);
    edges[c] = edge;
  }
  edges[width] = Math.max(edges[width]!, last) + ulp(last);
  return { width, map, edges };
}

/** Column of a value of x, clipped to the window. */
export function columnOf(grid: ColumnGrid, x: number): number {
  const { edges, width } = grid;
  let low = 0;
  let high = width - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edges[middle]! <= x) low = middle;
    else high = middle - 1;
  }
  return low;
}
