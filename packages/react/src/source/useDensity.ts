import { colorOfValue, noValueColors, type DensityAnswer, type DensityBuckets, type DensityQuery, type RunSourceError } from '@runhue/core';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useColoring, useVisibility } from '../hooks/useColoring.js';
import { useRunhueStore } from '../hooks/useRunhueStore.js';
import type { PlotFrame } from '../RunLinePlot/PlotChart.js';
import { useRunhueContext } from '../RunhueContext.js';
import { isBucketHidden } from '../store/visibility.js';
import { watchedQuestion, type Asked } from './question.js';
import type { SourceSession } from './source-session.js';

/** Edge of a cell in CSS px. */
const cellSize = 3;
/** How long axes and edges must rest before they are asked for. */
const restMs = 120;
/** Parts of a continuous Key's domain that are told apart. */
const parts = 8;

/** A density with the question that it answers: where it lies. */
export interface AnsweredDensity extends DensityAnswer {
  readonly query: DensityQuery;
}

export interface Density {
  /** The last good answer; null before the first. */
  readonly answer: AnsweredDensity | null;
  /** Per bucket of the answer; null for a hidden one. */
  readonly colors: readonly (string | null)[];
  readonly error: RunSourceError | null;
  readonly retry: () => void;
}

/** The points of all runs per cell of a plot, by bucket, from the provider's source; asks again when the axes or the edges change. */
export function useDensity(metric: string, xAxis: string, frame: PlotFrame): Density {
  const { session } = useRunhueContext();
  const buckets = useDensityBuckets();
  const asker = useMemo(() => createDensityAsker(session, metric, xAxis), [session, metric, xAxis]);
  const { answer, error } = useSyncExternalStore(asker.subscribe, asker.now, asker.now);
  const query = useMemo(() => densityQuery(metric, xAxis, frame, buckets), [metric, xAxis, frame, buckets]);
  useEffect(() => asker.cancel, [asker]);
  useEffect(() => {
    if (!query) return;
    const timer = setTimeout(() => asker.ask(query), asker.now().answer ? restMs : 0);
    return () => clearTimeout(timer);
  }, [asker, query]);
  const colors = useDensityColors(answer?.counts.length ?? 0);
  return { answer, colors, error, retry: asker.retry };
}

interface DensityAsker {
  now(): Asked<AnsweredDensity>;
  subscribe(onChange: () => void): () => void;
  ask(query: DensityQuery): void;
  retry(): void;
  cancel(): void;
}

/** Of one metric along one x axis; another starts without a picture. */
function createDensityAsker(session: SourceSession | null, metric: string, xAxis: string): DensityAsker {
  const { question, subscribe } = watchedQuestion<AnsweredDensity>();
  return {
    now: question.now,
    subscribe,
    ask(query) {
      const source = session?.source;
      if (!source?.density || !source.abilities.density || query.metric !== metric || query.xAxis !== xAxis) return;
      const { density } = source;
      question.ask(JSON.stringify(query), async (signal) => ({ ...(await density.call(source, query, { signal })), query }));
    },
    retry: question.retry,
    cancel: question.cancel,
  };
}

/** Buckets of numbers by their edges; a continuous Key's in equal parts; null for categories and without a Key. */
function useDensityBuckets(): DensityBuckets | null {
  const { bucketing } = useColoring();
  const mode = useRunhueStore(({ settings }) => settings.mode);
  return useMemo(() => {
    const { column, kind, edges, domain } = bucketing;
    if (mode !== 'key' || kind === 'category' || !domain) return null;
    const cuts = kind === 'continuous' && domain[0] < domain[1] ? Array.from({ length: parts - 1 }, (_, i) => domain[0] + ((i + 1) / parts) * (domain[1] - domain[0])) : edges;
    return { keyId: column.keyId, yValue: column.yValue, edges: cuts };
  }, [bucketing, mode]);
}

/** A colour per bucket of the answer, as the legend shows them now. */
function useDensityColors(count: number): readonly (string | null)[] {
  const { theme, palettes, contrast } = useRunhueContext();
  const { bucketing, styles } = useColoring();
  const { hiddenBuckets, hiddenCount } = useVisibility();
  const settings = useRunhueStore((state) => state.settings);
  return useMemo(() => {
    const neutral = hiddenCount > 0 && hiddenCount === bucketing.column.runIds.length ? null : noValueColors[theme];
    if (count === 1 && bucketing.buckets[0]?.kind !== 'value' && bucketing.buckets[0]?.kind !== 'range') return [neutral];
    return Array.from({ length: count }, (_, i) => {
      const { domain, kind } = bucketing;
      if (kind === 'continuous' && domain) {
        const middle = domain[0] + ((i + 0.5) / count) * (domain[1] - domain[0]);
        return colorOfValue(middle, bucketing, settings, { theme, contrast, ...(palettes && { palettes }) }).color;
      }
      const bucket = bucketing.buckets[i];
      return !bucket || isBucketHidden(hiddenBuckets, bucket.id) ? null : (styles[i]?.color ?? neutral);
    });
  }, [count, bucketing, styles, hiddenBuckets, hiddenCount, settings, theme, palettes, contrast]);
}

/** Cells over the plot itself; null where the y axis is not linear, which a source does not count for. */
function densityQuery(metric: string, xAxis: string, { x, y, width, height }: PlotFrame, buckets: DensityBuckets | null): DensityQuery | null {
  if (y.kind !== 'linear' || !(x.domain[0] < x.domain[1]) || !(y.domain[0] < y.domain[1])) return null;
  return {
    metric,
    xAxis,
    window: { domain: x.domain, scale: x.kind, columns: cells(width), ...(x.kind === 'symlog' && { symlogConstant: x.constant }) },
    yDomain: y.domain,
    rows: cells(height),
    buckets,
  };
}

function cells(length: number): number {
  return Math.min(4096, Math.max(1, Math.round(length / cellSize)));
}
