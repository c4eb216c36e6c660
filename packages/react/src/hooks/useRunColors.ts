import { missingDash, noValueColors, type Bucket, type BucketStyle, type RunId, type Theme } from '@runhue/core';
import { useMemo } from 'react';
import { useRunhueContext } from '../RunhueContext.js';
import { useColoring } from './useColoring.js';

/** What each run looks like and which bucket it is in. */
export interface RunColors {
  /** `#rrggbb` for a run of the provider; the theme's no-value colour for an unknown id. */
  colorOf(runId: RunId): string;
  /** Colour, dash and casing for a run. */
  styleOf(runId: RunId): BucketStyle;
  /** The run's bucket, null for an unknown id. */
  bucketOf(runId: RunId): Bucket | null;
  readonly buckets: readonly Bucket[];
}

const unknownStyles = { light: styleWithout('light'), dark: styleWithout('dark') };

/** What a run looks like that the provider does not have. */
export function unknownStyleOf(theme: Theme): BucketStyle {
  return unknownStyles[theme];
}

function styleWithout(theme: Theme): BucketStyle {
  return { color: noValueColors[theme], dash: missingDash, casing: null };
}

/** A colour for every run: the headless way to colour any chart. New identity only when a colour or a bucket changes. */
export function useRunColors(): RunColors {
  const { theme } = useRunhueContext();
  const { bucketing, styleOf: knownStyleOf } = useColoring();
  return useMemo(() => {
    const styleOf = (runId: RunId): BucketStyle => knownStyleOf(runId) ?? unknownStyleOf(theme);
    return {
      styleOf,
      colorOf: (runId) => styleOf(runId).color,
      bucketOf: (runId) => bucketing.buckets[bucketing.indexOf(runId)] ?? null,
      buckets: bucketing.buckets,
    };
  }, [bucketing, knownStyleOf, theme]);
}
