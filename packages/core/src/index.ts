export type { Bucket, BucketKind, BucketNotice, Bucketing } from './buckets/bucketing.js';
export type { EdgeFormat } from './buckets/edge-format.js';
export type { BucketStyle, Theme } from './colors/bucket-style.js';
export type { KeyEntry, KeyType } from './keys/key-entry.js';
export { defaultMetrics, type DefaultMetric, type KeyGroup, type KeyId } from './keys/key-id.js';
export { compareNatural } from './keys/natural-order.js';
export type { CategoryColumn, NumberColumn, RunColumn, YValue } from './keys/run-column.js';
export type { LegendItem } from './legend/legend-item.js';
export type { HistoryColumns, HistoryRow, RunInput, SeriesInput } from './run/run-input.js';
export type { RunProblem, RunProblemCode } from './run/run-problem.js';
export { RunhueError } from './run/runhue-error.js';
export type { ConfigValue, Run, RunId } from './run/run.js';
export type { Series } from './run/series.js';
export {
  defaultColorSettings,
  type BucketMethod,
  type BucketOverride,
  type ColorSettings,
  type KeySettings,
} from './settings/color-settings.js';
