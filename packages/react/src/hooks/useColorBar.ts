import { colorRamp, formatValue, keySettingsOf, withKeySettings, type Bucketing, type ColorSettings, type KeyId } from '@runhue/core';
import { useMemo } from 'react';
import { useRunhueContext, type RunhueContextValue } from '../RunhueContext.js';
import { useColoring, useVisibility } from './useColoring.js';
import { useRunhueStore } from './useRunhueStore.js';

/** A continuous Key's ramp and the range of values that it keeps. */
export interface ColorBarScale {
  /** 256 colours, low to high. */
  readonly ramp: readonly string[];
  /** Values at the two ends. */
  readonly domain: readonly [number, number];
  /** Values whose runs are shown; the domain when nothing is filtered. */
  readonly kept: readonly [number, number];
  /** Runs with a value, and of these those outside `kept`. */
  readonly count: number;
  readonly filteredCount: number;
  /** A value in words, for the locale. */
  format(value: number): string;
  /** Keeps only runs between two values; null keeps all. Changes of one `gesture` are one undo step. */
  keep(range: readonly [number, number] | null, gesture?: string): void;
}

/** The colour bar of continuous colours; null when colours come in buckets or all values are equal. */
export function useColorBar(): ColorBarScale | null {
  const { theme, palettes, contrast, locale, changeSettings } = useRunhueContext();
  const { bucketing } = useColoring();
  const { filteredCount } = useVisibility();
  const settings = useRunhueStore((state) => state.settings);
  const { keyId } = bucketing;
  return useMemo(() => {
    const bar = colorBarOf(bucketing, settings, { theme, contrast, palettes, locale });
    if (!bar) return null;
    const { domain } = bar;
    const { filter } = keySettingsOf(settings, keyId);
    const ranges = bucketing.buckets.filter((bucket) => bucket.kind === 'range' || bucket.kind === 'value');
    return {
      ...bar,
      kept: filter ? withinDomain(filter, domain) : domain,
      count: ranges.reduce((sum, { count }) => sum + count, 0),
      filteredCount,
      keep: (range, gesture) => changeSettings((current) => withFilter(current, keyId, range, domain), gesture),
    };
  }, [theme, contrast, palettes, settings, keyId, bucketing, filteredCount, locale, changeSettings]);
}

/** What a colour bar shows; null when colours come in buckets or all values are equal. */
export function colorBarOf(
  bucketing: Bucketing,
  settings: ColorSettings,
  { theme, contrast, palettes, locale }: Pick<RunhueContextValue, 'theme' | 'contrast' | 'palettes' | 'locale'>,
): Pick<ColorBarScale, 'ramp' | 'domain' | 'format'> | null {
  const { kind, domain } = bucketing;
  if (kind !== 'continuous' || !domain || !(domain[0] < domain[1])) return null;
  return {
    ramp: colorRamp(bucketing, settings, { theme, contrast, ...(palettes ? { palettes } : {}) }),
    domain,
    format: (value) => formatValue(value, bucketing, locale),
  };
}

function withinDomain([lower, upper]: readonly [number, number], [low, high]: readonly [number, number]): readonly [number, number] {
  const clip = (value: number): number => Math.min(high, Math.max(low, value));
  return [clip(lower), clip(upper)];
}

/** An end at the domain's own end keeps whatever lies beyond it too; both there is no filter at all. */
function withFilter(
  settings: ColorSettings,
  keyId: KeyId,
  range: readonly [number, number] | null,
  [low, high]: readonly [number, number],
): ColorSettings {
  const current = keySettingsOf(settings, keyId).filter ?? null;
  const whole = range === null || (range[0] <= low && range[1] >= high);
  if (whole) return current === null ? settings : withKeySettings(settings, keyId, { filter: undefined });
  const next = [range[0] <= low ? -Number.MAX_VALUE : range[0], range[1] >= high ? Number.MAX_VALUE : range[1]] as const;
  if (current && current[0] === next[0] && current[1] === next[1]) return settings;
  return withKeySettings(settings, keyId, { filter: next });
}
