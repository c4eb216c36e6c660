import type { BucketKind } from '@runhue/core';
import { useEffect, useRef, useState, type JSX } from 'react';
import { useColorBar } from '../hooks/useColorBar.js';
import { useColoring } from '../hooks/useColoring.js';
import { useColoringTitle } from '../hooks/useColoringTitle.js';
import { useDashLegend } from '../hooks/useDashLegend.js';
import { useLatest } from '../hooks/useEqual.js';
import { useRunhueStore } from '../hooks/useRunhueStore.js';
import { count } from '../messages/count.js';
import { fill } from '../messages/fill.js';
import { useRunhueContext } from '../RunhueContext.js';

/** How long choices must rest before they are read out. */
const restMs = 500;

/** Tells assistive technology what the colours mean after a user's choice. Silent on mount and while data streams in. */
export function ColoringStatus(): JSX.Element {
  const { messages, locale, sourceState } = useRunhueContext();
  const isWaiting = sourceState !== null && sourceState.column.status !== 'ready';
  const { bucketing } = useColoring();
  const mode = useRunhueStore((state) => state.settings.mode);
  const past = useRunhueStore((state) => state.past);
  const title = useColoringTitle();
  const colorBar = useColorBar();
  const dashes = useDashLegend();
  const [text, setText] = useState('');
  const seen = useRef(past);

  const ranges = bucketing.buckets.filter(({ kind }) => kind !== 'missing' && kind !== 'nonFinite').length;
  const runsIn = (kind: BucketKind): number => bucketing.buckets.find((bucket) => bucket.kind === kind)?.count ?? 0;
  const [missing, nonFinite] = [runsIn('missing'), runsIn('nonFinite')];
  const kept = (visible: number, all: number): string => fill(messages.colorBarKept, { visible, count: all }, locale);
  const parts = {
    title,
    buckets: count(messages.bucketCountTextOne, messages.bucketCountText, ranges, locale),
    runs: count(messages.runCountOne, messages.runCount, bucketing.column.runIds.length, locale),
  };
  const byKey = colorBar
    ? fill(messages.coloredContinuous, { title, kept: kept(colorBar.count - colorBar.filteredCount, colorBar.count) })
    : fill(messages.coloredBy, parts, locale);
  const sentences = [
    mode === 'original' ? fill(messages.coloredByRun, parts, locale) : byKey,
    mode === 'key' && missing > 0 ? fill(messages.withoutValue, { count: missing }, locale) : '',
    mode === 'key' && nonFinite > 0 ? fill(messages.withNonFinite, { count: nonFinite }, locale) : '',
    dashes ? `${fill(messages.legendDashes, { title: dashes.title })}.` : '',
  ];

  const latest = useLatest(sentences.filter(Boolean).join(' '));
  useEffect(() => {
    if (seen.current === past || isWaiting) return;
    const timer = setTimeout(() => {
      seen.current = past;
      setText(latest.current);
    }, restMs);
    return () => clearTimeout(timer);
  }, [past, latest, isWaiting]);

  return (
    <div className="runhue-visually-hidden" role="status" aria-atomic="true">
      {text}
    </div>
  );
}
