export { smooth, type SmoothedSeries } from './smoothing/smooth.js';
export {
  clipSmoothingAmount,
  smoothingLimits,
  type ClippedAmount,
  type SmoothingLimits,
  type SmoothingMethod,
  type SmoothingOptions,
} from './smoothing/smoothing-options.js';
