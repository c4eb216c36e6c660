import type { ConfigValue, RunInput, SeriesInput } from '@runhue/core';
import { decoded } from '../binary/wire.js';
import { growingSeries, pushPoint, seriesInput, type GrowingSeries } from '../growing-series.js';
import type { Event, SummaryValue } from './event.js';
import { readHParams } from './hparams.js';

/** One scalar tag of a run while its files are read. */
interface Tag {
  pluginName: string | null;
  readonly series: GrowingSeries;
  /** From which point on how many restarts had been seen. */
  readonly sessions: { readonly firstPoint: number; readonly restarts: number }[];
}

/** A run directory while its event files are read, in the order of their names. */
export interface EventRun {
  readonly id: string;
  startTime: number | null;
  state: string | null;
  readonly config: Map<string, ConfigValue>;
  readonly tags: Map<string, Tag>;
  /** The step of every restart, in order. */
  readonly restartSteps: number[];
}

export function eventRun(id: string): EventRun {
  return { id, startTime: null, state: null, config: new Map(), tags: new Map(), restartSteps: [] };
}

/** Adds what an event logged: scalars to the tags' series, hparams to the config. Says how many values could not be read. */
export function addEvent(run: EventRun, event: Event): number {
  let unreadable = 0;
  run.startTime ??= event.wallTime;
  if (event.restarts) run.restartSteps.push(event.step);
  for (const value of event.values) {
    if (value.pluginName === 'hparams') {
      if (!addHParams(run, value)) unreadable++;
    } else addScalar(run, event, value);
  }
  return unreadable;
}

function addHParams(run: EventRun, { pluginContent }: SummaryValue): boolean {
  const hparams = decoded(pluginContent ?? new Uint8Array(), readHParams);
  if (hparams === null) return false;
  for (const [name, value] of hparams.config) run.config.set(name, value);
  run.state = hparams.state ?? run.state;
  return true;
}

/** A tensor is a scalar for the plugin "scalars"; without any metadata a single number is taken for one. */
function addScalar(run: EventRun, event: Event, value: SummaryValue): void {
  let tag = run.tags.get(value.tag);
  const pluginName = tag?.pluginName ?? value.pluginName;
  const isScalar = pluginName === null || pluginName === 'scalars';
  const number = value.simpleValue ?? (isScalar ? value.tensorValue : null);
  if (tag === undefined) {
    if (number === null && value.pluginName === null) return;
    tag = { pluginName: value.pluginName, series: growingSeries(), sessions: [] };
    run.tags.set(value.tag, tag);
  }
  tag.pluginName ??= value.pluginName;
  if (number === null) return;
  if ((tag.sessions.at(-1)?.restarts ?? -1) !== run.restartSteps.length) {
    tag.sessions.push({ firstPoint: tag.series.length, restarts: run.restartSteps.length });
  }
  pushPoint(tag.series, event.step, number, event.wallTime);
}

/** The run as input for `createRuns`, and how many points were void because a later writer restarted at or before their step. */
export function runInputOf(run: EventRun, name: string, config: ReadonlyMap<string, ConfigValue>): { input: RunInput; voidPoints: number } {
  const voidFrom = earliestLaterRestart(run.restartSteps);
  const history = new Map<string, SeriesInput>();
  let voidPoints = 0;
  for (const [name, tag] of run.tags) {
    const series = run.restartSteps.length === 0 ? tag.series : withoutVoidPoints(tag, voidFrom);
    voidPoints += tag.series.length - series.length;
    if (series.length > 0) history.set(name, seriesInput(series));
  }
  const input: RunInput = {
    id: run.id,
    name,
    config: Object.fromEntries(config),
    startTime: run.startTime,
    state: run.state,
    history: Object.fromEntries(history),
  };
  return { input, voidPoints };
}

/** For n restarts: the lowest step of the restarts n, n + 1, …; Infinity past the last. */
function earliestLaterRestart(restartSteps: readonly number[]): number[] {
  const lowest = [...restartSteps, Infinity];
  for (let index = lowest.length - 2; index >= 0; index--) {
    lowest[index] = Math.min(lowest[index] ?? Infinity, lowest[index + 1] ?? Infinity);
  }
  return lowest;
}

function withoutVoidPoints({ series, sessions }: Tag, voidFrom: readonly number[]): GrowingSeries {
  const kept = growingSeries();
  sessions.forEach(({ firstPoint, restarts }, index) => {
    const end = sessions[index + 1]?.firstPoint ?? series.length;
    for (let point = firstPoint; point < end; point++) {
      const step = series.steps[point] ?? 0;
      if (step < (voidFrom[restarts] ?? Infinity)) pushPoint(kept, step, series.values[point] ?? NaN, series.wallTimes[point] ?? NaN);
    }
  });
  return kept;
}
