/** The words of a legend. `{…}` is filled in. */
export interface LegendMessages {
  /** Open lower end: `Min – 0.7629`. */
  readonly legendMin: string;
  /** Open upper end: `0.8409 – Max`. */
  readonly legendMax: string;
  /** `{lower}` and `{upper}`. */
  readonly legendRange: string;
  /** The same where an edge of the legend is negative. */
  readonly legendNegativeRange: string;
  /** Runs without a value. */
  readonly legendNoValue: string;
  /** Runs at ±Infinity. */
  readonly legendNonFinite: string;
  /** `{count}` categories that share a bucket. */
  readonly legendOther: string;
  /** The empty text as a category. */
  readonly legendEmpty: string;
  readonly legendTrue: string;
  readonly legendFalse: string;
}

/** Core's own words. */
export const legendMessagesEn: LegendMessages = {
  legendMin: 'Min',
  legendMax: 'Max',
  legendRange: '{lower} – {upper}',
  legendNegativeRange: '{lower} to {upper}',
  legendNoValue: 'No value',
  legendNonFinite: 'Non-finite',
  legendOther: 'Other ({count})',
  legendEmpty: '(empty)',
  legendTrue: 'true',
  legendFalse: 'false',
};
