import { samePoints, type Line } from '../decimation/line.js';
import type { Band } from '../raster/raster-bands.js';
import type { LineLayer, LineStyle } from '../raster/line-style.js';
import type { View } from '../view/view.js';
import type { LinePlotInput } from './line-plot.js';

export function sameLines(a: readonly Line[], b: readonly Line[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  return a.every((line, i) => line === b[i] || (samePoints(line, b[i]!) && line.order === b[i]!.order));
}

export function sameBands(a: readonly Band[], b: readonly Band[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  const same = (band: Band, other: Band): boolean =>
    band.x === other.x && band.low === other.low && band.high === other.high && band.opacity === other.opacity;
  return a.every((band, i) => same(band, b[i]!));
}

export function sameView(a: View, b: View): boolean {
  return (
    a.width === b.width &&
    a.height === b.height &&
    a.xDomain[0] === b.xDomain[0] &&
    a.xDomain[1] === b.xDomain[1] &&
    a.yDomain[0] === b.yDomain[0] &&
    a.yDomain[1] === b.yDomain[1] &&
    (a.xScale ?? 'linear') === (b.xScale ?? 'linear') &&
    (a.yScale ?? 'linear') === (b.yScale ?? 'linear') &&
    (a.symlogConstant ?? 1) === (b.symlogConstant ?? 1)
  );
}

/**
 * Whether a layer's pixels belong to the same lines as before, whatever their colours.
 *
 * @param cased Whether casings are among the pixels.
 */
export function sameGeometry(a: LinePlotInput, b: LinePlotInput, layer: LineLayer, cased: boolean): boolean {
  if ((a.lineWidth ?? 1) !== (b.lineWidth ?? 1) || (a.casingWidth ?? 1) !== (b.casingWidth ?? 1)) return false;
  if (layer === 'overlay' && (a.overlayWidth !== b.overlayWidth || !sameList(a.overlay ?? [], b.overlay ?? []))) return false;
  if (a.styles === b.styles) return true;
  if (a.styles.length !== b.styles.length) return false;
  const overlaid = layer === 'overlay' ? new Set(b.overlay) : null;
  return a.styles.every((style, i) => sameShape(style, b.styles[i]!, layer, overlaid?.has(i) === true, cased));
}

function sameShape(a: LineStyle, b: LineStyle, layer: LineLayer, overlaid: boolean, cased: boolean): boolean {
  if (a === b) return true;
  const inA = overlaid || (a.layer ?? 'line') === layer;
  const inB = overlaid || (b.layer ?? 'line') === layer;
  if (!inA && !inB) return true;
  if (inA !== inB || (a.hidden ?? false) !== (b.hidden ?? false)) return false;
  if (a.width !== b.width || (cased && hasCasing(a) !== hasCasing(b))) return false;
  return a.dash === b.dash || sameList(a.dash ?? [], b.dash ?? []);
}

function hasCasing(style: LineStyle): boolean {
  return style.casing !== null && style.casing !== undefined;
}

function sameList(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
