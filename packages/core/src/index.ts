export { bucketColumn, type BucketColumnOptions } from './buckets/bucket-column.js';
export { bucketDashColumn } from './buckets/bucket-dash-column.js';
export { bucketLabel, type BucketingScale } from './buckets/bucket-label.js';
export type { Bucket, BucketKind, BucketNotice, Bucketing } from './buckets/bucketing.js';
export { changedRuns } from './buckets/changed-runs.js';
export { chooseEdgeFormat, type EdgeFormatOptions } from './buckets/choose-edge-format.js';
export type { DateResolution, EdgeFormat } from './buckets/edge-format.js';
export { edgeBetween } from './buckets/edge-between.js';
export {
  checkEdge,
  withBucketStep,
  withEdge,
  withMerge,
  withSplit,
  type EdgeCheck,
} from './buckets/edit-edges.js';
export { formatEdge } from './buckets/format-edge.js';
export { formatValue } from './buckets/format-value.js';
export { frozenEdges } from './buckets/frozen-edges.js';
export {
  axisPlace,
  axisValue,
  histogram,
  histogramAxis,
  type Histogram,
  type HistogramAxis,
  type HistogramBar,
} from './buckets/histogram.js';
export { nextCategoryOrder } from './buckets/next-category-order.js';
export { categorySteps } from './buckets/shown-categories.js';
export { spreadSuggestions, type SpreadSuggestion } from './buckets/spread-suggestions.js';
export type { BucketStyle, Theme } from './colors/bucket-style.js';
export { checkPalette, type PaletteWarning } from './colors/check-palette.js';
export type { ColorOptions } from './colors/choose-palette.js';
export { ciede2000, differenceSeen, labSeen } from './colors/color-difference.js';
export { colorBuckets } from './colors/color-buckets.js';
export { colorOfValue, colorRamp } from './colors/color-of-value.js';
export { colorSeen, views, type View } from './colors/color-seen.js';
export { visions, type Vision } from './colors/color-vision.js';
export { contrastRatio } from './colors/contrast.js';
export { bucketDashes, dashLimit, dashOfRun, dashPatterns, type Dash } from './colors/dash-patterns.js';
export { hashId } from './colors/hash-id.js';
export { originalStyle, type OriginalOptions } from './colors/original-style.js';
export { paletteColors, type Palette, type PaletteColors } from './colors/palette.js';
export { palettes } from './colors/palettes/shipped-palettes.js';
export { normalizeHex } from './colors/srgb.js';
export { missingDash, noValueColors, nonFiniteDash, otherColors, themeBackgrounds } from './colors/theme-colors.js';
export type { KeyEntry, KeyType } from './keys/key-entry.js';
export {
  configKey,
  defaultKey,
  defaultMetrics,
  metricKey,
  parseKeyId,
  type DefaultMetric,
  type KeyGroup,
  type KeyId,
  type ParsedKeyId,
} from './keys/key-id.js';
export { listKeys, type ListKeysOptions } from './keys/list-keys.js';
export { compareNatural } from './keys/natural-order.js';
export { readColumn, yValues } from './keys/read-column.js';
export { resolveKey } from './keys/resolve-key.js';
export { runPlaces, runPlacesSteps, type RunPlaces } from './keys/run-places.js';
export type { CategoryColumn, NumberColumn, RunColumn, YValue } from './keys/run-column.js';
export { dashItemId, dashItems, type DashItem, type DashItemsOptions } from './legend/dash-items.js';
export type { LegendItem } from './legend/legend-item.js';
export { legendItems, type LegendItemsOptions } from './legend/legend-items.js';
export { legendMessagesEn, type LegendMessages } from './legend/legend-messages.js';
export { appendHistory, type AppendOptions } from './run/append-history.js';
export { createRuns, isRunSet, type RunSet } from './run/create-runs.js';
export type { HistoryColumns, HistoryRow, RunInput, SeriesInput } from './run/run-input.js';
export type { RunProblem, RunProblemCode } from './run/run-problem.js';
export { RunhueError } from './run/runhue-error.js';
export type { ConfigValue, Run, RunId } from './run/run.js';
export type { Series } from './run/series.js';
export { bucketCountRange, normalizeBucketCount } from './settings/bucket-count.js';
export {
  defaultColorSettings,
  type BucketMethod,
  type BucketOverride,
  type ColorSettings,
  type KeySettings,
} from './settings/color-settings.js';
export { keySettingsOf, withKeySettings, type KeySettingsPatch } from './settings/key-settings.js';
export { parseColorSettings, type ParsedColorSettings } from './settings/parse-color-settings.js';
export { bucketMethods } from './settings/parse-key-settings.js';
export {
  colorSettingsFromSearchParams,
  colorSettingsToSearchParams,
  type SearchParamsOptions,
} from './settings/search-params.js';
export type { SettingsProblem } from './settings/settings-problem.js';
export type { ColumnQuery, ColumnSummary, SourceColumn, SummaryQuery } from './source/column-query.js';
export type { DensityAnswer, DensityBuckets, DensityQuery } from './source/density-query.js';
export type { KeyPage, KeysQuery } from './source/keys-query.js';
export { RunSourceError, type RunSourceErrorCode } from './source/run-source-error.js';
export type { AskOptions, RunSource } from './source/run-source.js';
export type { RunHead, RunPage, RunsQuery } from './source/runs-query.js';
export type { ExtentAnswer, ExtentQuery, PixelWindow, SeriesAnswer, SeriesQuery, SourceSeries } from './source/series-query.js';
export type { Fidelity, SourceAbilities, SourceXAxis } from './source/source-abilities.js';
export type { KruskalWallis } from './suggest/kruskal-wallis.js';
export { suggestKeys, type KeySuggestion, type SuggestKeysOptions } from './suggest/suggest-keys.js';
