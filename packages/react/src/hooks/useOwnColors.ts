import type { RunId } from '@runhue/core';
import { useCallback, useMemo } from 'react';
import { useRunhueContext } from '../RunhueContext.js';
import { useColoring } from './useColoring.js';
import { useRunhueStore } from './useRunhueStore.js';

/** A run that a user gave a colour of its own. */
export interface OwnColor {
  readonly runId: RunId;
  readonly color: string;
  /** The bucket whose colour it would have. */
  readonly bucketId: string;
}

/** Runs with a colour of their own, and the way back. */
export interface OwnColors {
  readonly runs: readonly OwnColor[];
  /** Those of one bucket. */
  inBucket(bucketId: string): readonly OwnColor[];
  /** Gives every run the colour that it would have without. */
  clear(): void;
}

/** Runs of the provider whose colour a user chose; empty under original run colors, where that is the bucket's own colour. */
export function useOwnColors(): OwnColors {
  const { changeSettings } = useRunhueContext();
  const { bucketing } = useColoring();
  const runColors = useRunhueStore(({ settings }) => settings.runColors);
  const mode = useRunhueStore(({ settings }) => settings.mode);
  const clear = useCallback(() => changeSettings((settings) => ({ ...settings, runColors: {} })), [changeSettings]);
  return useMemo(() => {
    const runs = Object.entries(mode === 'key' ? runColors : {}).flatMap(([runId, color]): OwnColor[] => {
      const bucket = bucketing.buckets[bucketing.indexOf(runId)];
      return bucket ? [{ runId, color, bucketId: bucket.id }] : [];
    });
    return { runs, inBucket: (id) => runs.filter(({ bucketId }) => bucketId === id), clear };
  }, [bucketing, runColors, mode, clear]);
}
