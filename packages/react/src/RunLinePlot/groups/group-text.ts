import { count } from '../../messages/count.js';
import { fill } from '../../messages/fill.js';
import type { Messages } from '../../messages/messages.js';
import type { GroupBy } from './group-by.js';
import type { LineGroup } from './line-group.js';

/** "Mean · min – max". */
export function groupText({ line, band }: GroupBy, messages: Messages): string {
  const middle = line === 'mean' ? messages.plotMean : messages.plotMedian;
  return band === 'none' ? middle : `${middle} · ${bandText(band, messages)}`;
}

/** A band in words. */
function bandText(band: Exclude<GroupBy['band'], 'none'>, messages: Messages): string {
  return { range: messages.plotBandRange, deviation: messages.plotBandDeviation, error: messages.plotBandError }[band];
}

/** "mean val/loss". */
export function middleOf({ line }: GroupBy, metric: string, messages: Messages): string {
  return fill(line === 'mean' ? messages.plotMeanOf : messages.plotMedianOf, { metric });
}

/** "1.2 – 1.5", from the lower to the upper edge of a band; null without one. */
function bandAt({ low, high }: LineGroup, point: number, format: (value: number) => string): string | null {
  return low && high ? `${format(low[point] ?? NaN)} – ${format(high[point] ?? NaN)}` : null;
}

/** The band and the number of runs at one x, by name. */
export function groupRows(group: LineGroup, point: number, format: (value: number) => string, messages: Messages): (readonly [string, string])[] {
  const { band } = group.by;
  const edges = bandAt(group, point, format);
  const runs = [messages.plotGroupRuns, String(group.counts[point] ?? 0)] as const;
  return band === 'none' || edges === null ? [runs] : [[bandText(band, messages), edges], runs];
}

/** The band and the number of runs at one x, for a screen reader. */
export function groupReadingText(group: LineGroup, point: number, format: (value: number) => string, messages: Messages, locale: string): string {
  const runs = count(messages.plotGroupRunsHereOne, messages.plotGroupRunsHere, group.counts[point] ?? 0, locale);
  const band = bandAt(group, point, format);
  return band === null || group.by.band === 'none' ? runs : `${bandText(group.by.band, messages)} ${band}, ${runs}`;
}
