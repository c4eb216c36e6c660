import { bucketLabel, formatValue, runPlaces, type Bucket, type RunId } from '@runhue/core';
import { useMemo } from 'react';
import { useRunhueContext } from '../RunhueContext.js';
import { fill } from '../messages/fill.js';
import type { Messages } from '../messages/messages.js';
import type { Coloring } from '../store/coloring.js';
import { useColoring } from './useColoring.js';
import { useColoringTitle } from './useColoringTitle.js';

/** A run's value and bucket in words. */
export interface RunText {
  /** What the value is: "val/loss · latest". */
  readonly title: string;
  /** The run's own value of the Key, "0.8232" or "adam", whatever its bucket is called; a word when it has none. */
  readonly value: string;
  /** The value itself, unrounded; null when there is none. */
  readonly exact: string | number | boolean | null;
  /** "bucket 5 of 6, 0.8214 – 0.8409"; the label alone where buckets are not counted, the value itself where colours are continuous. */
  readonly bucket: string;
}

const anyCategory: Omit<Bucket, 'label'> = {
  id: '',
  index: 0,
  kind: 'category',
  name: null,
  lower: null,
  upper: null,
  value: null,
  categoryId: null,
  categoryCount: 0,
  slot: null,
  count: 1,
};

/** A run's value and bucket in words, as the tooltip and the table say them. Empty texts under original colours. */
export function useRunText(): (runId: RunId) => RunText {
  const { messages, locale } = useRunhueContext();
  const coloring = useColoring();
  const title = useColoringTitle();
  return useMemo(() => runTexts(coloring, title, messages, locale), [coloring, title, messages, locale]);
}

/** The same of a colouring; `title` is the Key in words. */
export function runTexts({ bucketing, key }: Coloring, title: string, messages: Messages, locale: string): (runId: RunId) => RunText {
  const { column } = bucketing;
  const ranges = bucketing.buckets.filter(({ kind }) => kind === 'range' || kind === 'value').length;
  const ownText = (value: RunText['exact'], place: number): string | null => {
    if (value === Infinity) return '∞';
    if (value === -Infinity) return '−∞';
    if (value === null || Number.isNaN(value)) return null;
    if (!('categoryIds' in column)) return formatValue(value, bucketing, locale);
    const categoryId = column.categoryIds[place] ?? null;
    return categoryId === null ? null : bucketLabel({ ...anyCategory, value, categoryId }, bucketing, messages, locale);
  };
  return (runId) => {
    const place = runPlaces(column.runIds).placeOf(runId);
    const bucket = bucketing.buckets[bucketing.bucketIndices[place] ?? -1];
    if (!bucket || bucketing.keyId !== key) return { title, value: '', exact: null, bucket: '' };
    const label = bucketLabel(bucket, bucketing, messages, locale);
    const value = column.values[place];
    const isOnScale = bucket.kind === 'range' || bucket.kind === 'value';
    const counted = isOnScale && bucketing.kind !== 'continuous';
    const text = ownText(value ?? null, place) ?? label;
    return {
      title,
      value: text,
      exact: value ?? null,
      bucket: counted ? fill(messages.bucketOf, { index: bucket.index + 1, count: ranges, label }, locale) : isOnScale ? text : label,
    };
  };
}
