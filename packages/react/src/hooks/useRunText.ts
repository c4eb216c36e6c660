import { bucketLabel, formatValue, type RunId } from '@runhue/core';
import { useMemo } from 'react';
import { useRunhueContext } from '../RunhueContext.js';
import { fill } from '../messages/fill.js';
import { useColoring } from './useColoring.js';
import { useColoringTitle } from './useColoringTitle.js';

export interface RunText {
  /** What the value is: "val/loss · latest". */
  readonly title: string;
  /** The run's value of the Key, "0.8232"; a word when it has none. */
  readonly value: string;
  /** The value itself, unrounded; null when there is none. */
  readonly exact: string | number | boolean | null;
  /** "bucket 5 of 6, 0.8214 – 0.8409"; the label alone where buckets are not counted, the value itself where colours are continuous. */
  readonly bucket: string;
}

/** A run's value and bucket in words, as the tooltip and the table say them. Empty texts under original colours. */
export function useRunText(): (runId: RunId) => RunText {
  const { messages, locale } = useRunhueContext();
  const { bucketing, key } = useColoring();
  const title = useColoringTitle();
  return useMemo(() => {
    const ranges = bucketing.buckets.filter(({ kind }) => kind === 'range' || kind === 'value').length;
    const places = new Map(bucketing.column.runIds.map((id, i) => [id, i]));
    return (runId) => {
      const place = places.get(runId);
      const bucket = bucketing.buckets[bucketing.indexOf(runId)];
      if (place === undefined || !bucket || bucketing.keyId !== key) return { title, value: '', exact: null, bucket: '' };
      const label = bucketLabel(bucket, bucketing, messages, locale);
      const value = bucketing.column.values[place];
      const isOnScale = bucket.kind === 'range' || bucket.kind === 'value';
      const counted = isOnScale && bucketing.kind !== 'continuous';
      const text = typeof value === 'number' && Number.isFinite(value) ? formatValue(value, bucketing, locale) : label;
      return {
        title,
        value: text,
        exact: value ?? null,
        bucket: counted ? fill(messages.bucketOf, { index: bucket.index + 1, count: ranges, label }, locale) : isOnScale ? text : label,
      };
    };
  }, [bucketing, key, title, messages, locale]);
}
