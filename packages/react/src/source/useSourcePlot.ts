import type { Fidelity, KeyId, PixelWindow, RunId, RunSourceError } from '@runhue/core';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { fromPixels } from '../RunLinePlot/pixel-axis.js';
import type { EmptyReason, PlotLine } from '../RunLinePlot/plot-line.js';
import type { Extent } from '../RunLinePlot/plot-extent.js';
import { createScene } from '../RunLinePlot/plot-scene.js';
import type { PlotFrame } from '../RunLinePlot/PlotChart.js';
import { usePixelRatio } from '../RunLinePlot/usePixelRatio.js';
import { useRunhueContext } from '../RunhueContext.js';
import { createPlotAsker, type PlotAsker, type PlotState } from './plot-asker.js';
import { useDrawnRuns } from './useDrawnRuns.js';
import type { Ranking } from './pick-runs.js';
import type { RunPick } from './run-pick.js';

/** What of a plot comes from a source. */
export interface SourcePlot {
  readonly lines: readonly PlotLine[];
  readonly emptyReason: EmptyReason | null;
  /** Of all runs; null before the source has said, and where no value is finite. */
  readonly xExtent: Extent | null;
  readonly yExtent: Extent | null;
  /** All runs of the source. */
  readonly runCount: number;
  /** The lines' runs that were picked, and what by (null: evenly); others are selected, pointed at or compared with. */
  readonly picked: ReadonlySet<RunId>;
  readonly ranking: Ranking | null;
  /** Whether lines are there or may come: not when every run is hidden. */
  readonly isOpen: boolean;
  /** Whether the lines are those of the part of the x axis that is shown. */
  readonly settled: boolean;
  readonly status: SourcePlotStatus;
  /** Tells where the plot lies, so that lines are asked for its pixels. */
  readonly onFrame: (frame: PlotFrame) => void;
}

/** Where the plot's questions stand. */
export interface SourcePlotStatus {
  /** The source's name for people. */
  readonly source: string;
  readonly loading: boolean;
  readonly error: RunSourceError | null;
  /** Whether there is a picture, if an older one. */
  readonly hasPicture: boolean;
  readonly fidelity: Fidelity;
  /** Of the ends of the axes. */
  readonly extentFidelity: Fidelity;
  /** The Key whose values are waited for or could not be read; null where it is the lines themselves. */
  readonly keyId: KeyId | null;
  readonly canDensity: boolean;
  /** Whether the lines were read for a part of the x axis only. */
  readonly partial: boolean;
  readonly retry: () => void;
}

interface SourcePlotOptions {
  readonly metric: string;
  readonly xAxis: string;
  readonly maxRuns: number | undefined;
  readonly pickRuns: RunPick | undefined;
  readonly baseline: RunId | undefined;
}

const never = (): (() => void) => () => {};
const nothing = (): null => null;
const noLines: readonly PlotLine[] = [];
/** How long a zoom or a choice of runs must rest before it is asked for, once there is a picture. */
const restMs = 80;

/** Lines and extents of a plot over the provider's source; null where the runs are at hand. */
export function useSourcePlot({ metric, xAxis, maxRuns, pickRuns, baseline }: SourcePlotOptions): SourcePlot | null {
  const { session, sourceState, answers } = useRunhueContext();
  const asker = useMemo(() => session && createPlotAsker(session, metric, xAxis), [session, metric, xAxis]);
  const state = useSyncExternalStore(asker?.subscribe ?? never, asker?.state ?? nothing, asker?.state ?? nothing);
  const { runIds, picked, ranking, asked } = useDrawnRuns({ maxRuns, pick: pickRuns, baseline });
  const [frame, onFrame] = useState<PlotFrame | null>(null);
  const window = useWindow(frame);
  const canX = session === null || offersX(session.source.abilities, xAxis);

  useEffect(() => () => asker?.cancel(), [asker]);
  useEffect(() => {
    if (canX) asker?.askExtent();
  }, [asker, canX]);
  const ends = state?.extent.answer ?? null;
  const xExtent = useMemo(() => extentFrom(ends?.x ?? null, ends?.positive[0] ?? null), [ends]);
  const yExtent = useMemo(() => extentFrom(ends?.y ?? null, ends?.positive[1] ?? null), [ends]);
  useLineOrder(asker, xExtent && canX ? window : null, runIds);

  const column = sourceState?.column ?? null;
  const pickedIds = useMemo(() => new Set(picked), [picked]);
  return useMemo(() => {
    if (!session || !asker || !state || !column) return null;
    const { extent, lines } = state;
    const failed = [extent, lines].find(({ status }) => status === 'failed');
    const waitsForRuns = column.answer === null;
    const rank = waitsForRuns || asked?.status === 'ready' ? null : asked;
    return {
      lines: lines.answer?.lines ?? noLines,
      emptyReason: answers?.column?.runIds.length === 0 ? 'no-runs' : emptyReasonOf(state, canX),
      xExtent,
      yExtent,
      runCount: answers?.column?.runIds.length ?? 0,
      picked: pickedIds,
      ranking,
      isOpen: runIds.length > 0 || waitsForRuns || rank !== null,
      settled: lines.status === 'ready' && coversWindow(lines.answer?.window, window),
      onFrame,
      status: {
        source: session.source.abilities.name,
        loading: waitsForRuns ? column.status === 'loading' : extent.status === 'loading' || lines.status === 'loading' || rank?.status === 'loading',
        error: (waitsForRuns ? column.error : null) ?? rank?.error ?? failed?.error ?? null,
        hasPicture: lines.answer !== null,
        fidelity: lines.answer?.fidelity ?? 'exact',
        extentFidelity: extent.answer?.fidelity ?? 'exact',
        keyId: rank?.keyId ?? null,
        canDensity: session.source.abilities.density && session.source.density !== undefined,
        partial: isPartial(state),
        retry: () => {
          if (waitsForRuns && column.status !== 'idle') session.retry('column');
          if (rank?.status === 'failed' || rank?.status === 'loading') rank.retry();
          asker.retry();
        },
      },
    };
  }, [session, asker, state, canX, answers, column, xExtent, yExtent, runIds, pickedIds, ranking, asked, window]);
}

/** Asks for lines: at once for the first picture, after a rest for the next. */
function useLineOrder(asker: PlotAsker | null, window: PixelWindow | null, runIds: readonly RunId[]): void {
  const order = useMemo(() => (window && runIds.length > 0 ? { window, runIds } : null), [window, runIds]);
  useEffect(() => {
    if (!asker || !order) return;
    if (asker.state().lines.answer === null) return asker.askLines(order);
    const timer = setTimeout(() => asker.askLines(order), restMs);
    return () => clearTimeout(timer);
  }, [asker, order]);
}

/** The x axis between the edges of the canvas, cut into its device pixels. */
function useWindow(frame: PlotFrame | null): PixelWindow | null {
  const pixelRatio = usePixelRatio();
  const scene = frame && createScene([], null, frame, pixelRatio);
  const across = scene && fromPixels(scene.x);
  const left = across?.(0) ?? NaN;
  const right = scene && across ? across(scene.columns / scene.pixelRatio) : NaN;
  const columns = scene?.columns ?? 0;
  const scale = scene?.x.kind ?? 'linear';
  const symlogConstant = scene?.x.constant ?? 1;
  return useMemo(
    () => (left < right ? { domain: [left, right], columns, scale, ...(scale === 'symlog' && { symlogConstant }) } : null),
    [left, right, columns, scale, symlogConstant],
  );
}

function offersX({ clocks, metricAsX }: { clocks: readonly string[]; metricAsX: boolean }, xAxis: string): boolean {
  return clocks.includes(xAxis) || (metricAsX && !allClocks.has(xAxis));
}

const allClocks = new Set(['Step', 'Relative Time (Process)', 'Relative Time (Wall)', 'Wall Time']);

function emptyReasonOf({ extent: { answer }, lines }: PlotState, canX: boolean): EmptyReason | null {
  if (!canX) return 'no-x';
  if (!answer) return null;
  if (answer.runs === 0) return 'no-metric';
  if (!answer.x) return 'no-x';
  return answer.y === null && lines.answer === null ? 'no-finite' : null;
}

function extentFrom(ends: readonly [number, number] | null, positive: number | null): Extent | null {
  if (!ends) return null;
  const [min, max] = ends;
  const above = positive ?? (min > 0 ? min : Infinity);
  return { min, max, positive: above, smallest: Math.min(above, max < 0 ? -max : Infinity) };
}

function coversWindow(fetched: PixelWindow | undefined, wanted: PixelWindow | null): boolean {
  if (!fetched || !wanted) return false;
  return fetched.domain[0] <= wanted.domain[0] && wanted.domain[1] <= fetched.domain[1];
}

function isPartial({ extent: { answer }, lines }: PlotState): boolean {
  const [left, right] = lines.answer?.window.domain ?? [-Infinity, Infinity];
  return answer?.x ? left > answer.x[0] || right < answer.x[1] : false;
}
