import { RunSourceError, type ExtentAnswer, type Fidelity, type PixelWindow, type RunId, type SeriesAnswer, type SourceSeries } from '@runhue/core';
import type { PlotLine } from '../RunLinePlot/plot-line.js';
import { createQuestion, type Asked } from './question.js';
import type { SourceSession } from './source-session.js';

/** What lines a plot wants. */
export interface LineOrder {
  readonly window: PixelWindow;
  readonly runIds: readonly RunId[];
}

/** Lines that a source gave for one window. */
export interface FetchedLines {
  readonly window: PixelWindow;
  readonly lines: readonly PlotLine[];
  /** The least true of the answers that the lines came in. */
  readonly fidelity: Fidelity;
}

export interface PlotState {
  readonly extent: Asked<ExtentAnswer>;
  readonly lines: Asked<FetchedLines>;
}

/** What one plot asks its source about a metric along an x axis: the ends of its axes, and lines for its pixels. */
export interface PlotAsker {
  state(): PlotState;
  subscribe(onChange: () => void): () => void;
  askExtent(): void;
  /** Runs whose lines are there already for the same window are not asked for again. */
  askLines(order: LineOrder): void;
  retry(): void;
  cancel(): void;
}

/** Lines of one window, by run; null for a run that has none. */
interface KnownLines {
  readonly window: PixelWindow;
  readonly byRun: Map<RunId, PlotLine | null>;
  fidelity: Fidelity;
}

/** How long lines wait for the names of their runs. */
const nameMs = 2000;

const truest: readonly Fidelity[] = ['exact', 'm4', 'min-max', 'sampled'];

export function createPlotAsker(session: SourceSession, metric: string, xAxis: string): PlotAsker {
  const { source, heads } = session;
  const listeners = new Set<() => void>();
  let state: PlotState | null = null;
  const onChange = (): void => {
    state = null;
    for (const listener of listeners) listener();
  };
  const extent = createQuestion<ExtentAnswer>(onChange);
  const lines = createQuestion<FetchedLines>(onChange);
  let known: KnownLines | null = null;
  let orders = 0;
  let last: LineOrder | null = null;

  const fetched = ({ window, byRun, fidelity }: KnownLines, runIds: readonly RunId[]): FetchedLines => ({
    window,
    fidelity,
    lines: runIds.flatMap((id) => byRun.get(id) ?? []),
  });

  const askMissing = async (into: KnownLines, order: LineOrder, signal: AbortSignal): Promise<FetchedLines> => {
    const { window, runIds } = order;
    const missing = runIds.filter((id) => !into.byRun.has(id));
    const most = Math.max(1, source.abilities.maxSeriesRuns);
    const chunks = Array.from({ length: Math.ceil(missing.length / most) }, (_, i) => missing.slice(i * most, (i + 1) * most));
    // Without names the lines are still worth showing, and so they are where names take long.
    const names = Promise.race([heads.ask(missing).catch(() => {}), new Promise((resolve) => setTimeout(resolve, nameMs))]);
    const answers = await Promise.all(chunks.map((ids) => source.series({ metric, xAxis, window, runIds: ids }, { signal })));
    await names;
    signal.throwIfAborted();
    for (const answer of answers) {
      for (const series of checkedSeries(answer, metric)) into.byRun.set(series.runId, lineOf(series, heads.get(series.runId)?.name));
      into.fidelity = truest[Math.max(truest.indexOf(into.fidelity), truest.indexOf(answer.fidelity))] ?? 'sampled';
    }
    for (const id of missing) if (!into.byRun.has(id)) into.byRun.set(id, null);
    known = into;
    return fetched(into, runIds);
  };

  return {
    state: () => (state ??= { extent: extent.now(), lines: lines.now() }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    askExtent: () => extent.ask('extent', (signal) => source.extent({ metric, xAxis }, { signal })),
    askLines(order) {
      if (last === order) return;
      last = order;
      const base = usableFor(order, known) ?? { window: order.window, byRun: new Map(), fidelity: 'exact' };
      const isKnown = order.runIds.every((id) => base.byRun.has(id));
      orders += 1;
      lines.ask(String(orders), (signal) => askMissing(base, order, signal), isKnown ? fetched(base, order.runIds) : undefined);
    },
    retry() {
      for (const question of [extent, lines]) if (isOpen(question.now())) question.retry();
    },
    cancel() {
      last = null;
      extent.cancel();
      lines.cancel();
    },
  };
}

/** Whether a question has no answer yet, because none came or it failed. */
function isOpen({ status }: Asked<unknown>): boolean {
  return status === 'failed' || status === 'loading';
}

/** Lines that are known for the order's window, or exactly for a wider one. */
function usableFor(order: LineOrder, known: KnownLines | null): KnownLines | null {
  if (!known) return null;
  if (sameWindow(known.window, order.window)) return known;
  const [[left, right], [from, to]] = [known.window.domain, order.window.domain];
  return known.fidelity === 'exact' && left <= from && to <= right ? known : null;
}

function sameWindow(a: PixelWindow, b: PixelWindow): boolean {
  return a.domain[0] === b.domain[0] && a.domain[1] === b.domain[1] && a.columns === b.columns && a.scale === b.scale && a.symlogConstant === b.symlogConstant;
}

function checkedSeries(answer: SeriesAnswer, metric: string): readonly SourceSeries[] {
  const wrong = answer?.series?.find(({ x, y }) => x?.length === undefined || x.length !== y?.length);
  if (answer?.series && !wrong) return answer.series;
  const what = wrong ? `run "${wrong.runId}" has ${wrong.y?.length ?? 'no'} values for ${wrong.x?.length ?? 'no'} places` : 'there is no list of them';
  throw new RunSourceError('garbled', `The lines of "${metric}" cannot be read: ${what}. Ask the source again.`);
}

function lineOf({ runId, x, y, hiddenVariation }: SourceSeries, name: string | undefined): PlotLine | null {
  return x.length === 0 ? null : { runId, name: name ?? runId, x, y, ...(hiddenVariation && { hiddenVariation }) };
}
