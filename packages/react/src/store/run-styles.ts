import {
  bucketDashes,
  colorOfValue,
  dashPatterns,
  hashId,
  originalStyle,
  runPlaces,
  type Bucketing,
  type BucketStyle,
  type ColorOptions,
  type ColorSettings,
  type RunId,
} from '@runhue/core';

/** What a run's look may follow from beside its bucket. */
export interface RunStyleParts {
  readonly bucketing: Bucketing;
  /** By bucket index. */
  readonly styles: readonly BucketStyle[];
  /** The second Key's buckets, null when none is chosen. */
  readonly dashing: Bucketing | null;
  readonly settings: ColorSettings;
  readonly options: ColorOptions;
  /** Every run of a bucket has a colour of its own, not the bucket's. */
  readonly perRun?: ((runId: RunId) => BucketStyle) | null;
}

/** Styles of buckets as they are drawn: dashes belong to the second Key when there is one, and stand in for colours that the system replaces. */
export function withDashes(styles: readonly BucketStyle[], { buckets }: Bucketing, use: 'second-key' | 'buckets' | 'own'): readonly BucketStyle[] {
  if (use === 'own') return styles;
  return styles.map((style, i) => {
    const bucket = buckets[i];
    if (!bucket || bucket.kind === 'missing' || bucket.kind === 'nonFinite') return style;
    const place = bucket.categoryId?.startsWith('run:') ? hashId(bucket.id) : i;
    return { ...style, dash: use === 'buckets' ? (dashPatterns[place % dashPatterns.length] ?? null) : null };
  });
}

/** A look-up of what each run looks like: its bucket's style, its place in the ramp, its dash by the second Key, its own colour. */
export function runStyles({ bucketing, styles, dashing, settings, options, perRun = null }: RunStyleParts): (runId: RunId) => BucketStyle | null {
  const { runColors } = settings;
  const ramp = bucketing.kind === 'continuous' ? rampStyles(bucketing, settings, options) : null;
  const dashes = dashing && bucketDashes(dashing);
  const known = new Map<RunId, BucketStyle | null>();

  const styleOf = (runId: RunId): BucketStyle | null => {
    const index = bucketing.indexOf(runId);
    const base = (index >= 0 ? perRun?.(runId) : null) ?? ramp?.(runId) ?? styles[index];
    if (!base) return null;
    const kind = bucketing.buckets[index]?.kind;
    const keepsDash = !dashing || !dashes || kind === 'missing' || kind === 'nonFinite';
    const dash = keepsDash ? base.dash : (dashes[dashing.indexOf(runId)] ?? null);
    const own = Object.hasOwn(runColors, runId) ? runColors[runId] : undefined;
    if (own === undefined) return dash === base.dash ? base : { ...base, dash };
    return { ...originalStyle(runId, { ...options, runColors }), dash };
  };
  return (runId) => {
    let style = known.get(runId);
    if (style === undefined) {
      style = styleOf(runId);
      known.set(runId, style);
    }
    return style;
  };
}

/** Continuous: every finite value has a colour of its own; runs without one keep their bucket's style. */
function rampStyles(bucketing: Bucketing, settings: ColorSettings, options: ColorOptions): (runId: RunId) => BucketStyle | undefined {
  const { runIds, values } = bucketing.column;
  const places = runPlaces(runIds);
  return (runId) => {
    const value = values[places.placeOf(runId)];
    return typeof value === 'number' && Number.isFinite(value) ? colorOfValue(value, bucketing, settings, options) : undefined;
  };
}
