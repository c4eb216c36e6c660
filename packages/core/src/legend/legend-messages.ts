/** The words of a legend. `{…}` is filled in. */
export interface LegendMessages {
  /** Open lower end: `Min – 0.7629`. */
  readonly min: string;
  /** Open upper end: `0.8409 – Max`. */
  readonly max: string;
  /** `{lower}` and `{upper}`. */
  readonly range: string;
  /** The same where an edge of the legend is negative. */
  readonly rangeWithNegative: string;
  /** Runs without a value. */
  readonly noValue: string;
  /** Runs at ±Infinity. */
  readonly nonFinite: string;
  /** `{count}` categories that share a bucket. */
  readonly other: string;
  /** The empty text as a category. */
  readonly empty: string;
  readonly true: string;
  readonly false: string;
}

/** Core's own words. */
export const englishLegendMessages: LegendMessages = {
  min: 'Min',
  max: 'Max',
  range: '{lower} – {upper}',
  rangeWithNegative: '{lower} to {upper}',
  noValue: 'No value',
  nonFinite: 'Non-finite',
  other: 'Other ({count})',
  empty: '(empty)',
  true: 'true',
  false: 'false',
};
