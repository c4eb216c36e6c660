export { aggregateLines, aggregateSteps, type AggregateOptions, type LineAggregate } from './aggregate/aggregate-lines.js';
export { casePixels, createCasingTable } from './colors/case-pixels.js';
export { blendPixels, colorPixels } from './colors/color-pixels.js';
export { createColorTable } from './colors/color-table.js';
export type { ColumnGrid } from './decimation/column-grid.js';
export { extendSpans, type ExtendedSpans } from './decimation/extend-spans.js';
export type { Line } from './decimation/line.js';
export { decimateLines, decimateSteps, rescaleSpans, type DecimateOptions, type LineSpans } from './decimation/line-spans.js';
export { lineDistance, type LineHit } from './pick/line-distance.js';
export { nearestLine, nearestLines, type NearestOptions, type NearLine } from './pick/nearest-line.js';
export { createLinePlot, type LinePlot, type LinePlotInput, type LinePlotWork, type PlotLayer } from './plot/line-plot.js';
export { clearIdBuffer, createIdBuffer, type IdBuffer } from './raster/id-buffer.js';
export type { LineLayer, LineStyle } from './raster/line-style.js';
export { decimateBands, rasterBands, type Band } from './raster/raster-bands.js';
export { casingId, lineId, rasterLines, rasterSteps, type RasterOptions } from './raster/raster-lines.js';
export { smooth, type SmoothedSeries } from './smoothing/smooth.js';
export {
  clipSmoothingAmount,
  smoothingLimits,
  type ClippedAmount,
  type SmoothingLimits,
  type SmoothingMethod,
  type SmoothingOptions,
} from './smoothing/smoothing-options.js';
export { strokePixels, type LineStroke, type PixelBox, type StrokeTarget } from './stroke/stroke-pixels.js';
export { linePath } from './svg/line-path.js';
export { traceLine, type LinePen } from './svg/trace-line.js';
export { fromCoordinate, toCoordinate, type ScaleType } from './view/scale-type.js';
export { fromPixel, toPixel, xAxisMap, yAxisMap, type AxisMap, type View } from './view/view.js';
