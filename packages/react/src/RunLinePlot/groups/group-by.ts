import type { AggregateOptions } from '@runhue/lines';

/** How the runs of a bucket become one line with a band; see `aggregateLines` of `@runhue/lines` for what is read where runs were logged at different x. */
export type GroupBy = AggregateOptions;

/** What a reader can choose from, the usual first. */
export const groupChoices: readonly GroupBy[] = (['mean', 'median'] as const).flatMap((line) =>
  (['range', 'deviation', 'error', 'none'] as const).map((band) => ({ line, band })),
);
