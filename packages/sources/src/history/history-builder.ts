import type { HistoryColumns, SeriesInput } from '@runhue/core';
import { type GrowingFloats, growingFloats } from './growing-floats.js';
import { emptyRecord } from './record.js';

/** When a point was logged; NaN for what is not known. */
export interface Clock {
  readonly step: number;
  /** Seconds since the epoch. */
  readonly wallTime: number;
  /** Process seconds since the run's start. */
  readonly runtime: number;
}

/** Collects the points of one run, metric by metric, in typed arrays. */
export interface HistoryBuilder {
  /** Adds one point. NaN and ±Infinity are values like others. */
  add(metric: string, value: number, clock: Clock): void;
  /** The metrics so far, or undefined when there are none. */
  finish(): HistoryColumns | undefined;
}

interface Columns {
  readonly steps: GrowingFloats;
  readonly values: GrowingFloats;
  readonly wallTimes: GrowingFloats;
  readonly runtimes: GrowingFloats;
  timed: boolean;
  ran: boolean;
}

export function historyBuilder(): HistoryBuilder {
  const metrics = new Map<string, Columns>();
  return {
    add(metric, value, clock) {
      let columns = metrics.get(metric);
      if (columns === undefined) {
        columns = { steps: growingFloats(), values: growingFloats(), wallTimes: growingFloats(), runtimes: growingFloats(), timed: false, ran: false };
        metrics.set(metric, columns);
      }
      columns.steps.push(clock.step);
      columns.values.push(value);
      columns.wallTimes.push(clock.wallTime);
      columns.runtimes.push(clock.runtime);
      if (!Number.isNaN(clock.wallTime)) columns.timed = true;
      if (!Number.isNaN(clock.runtime)) columns.ran = true;
    },
    finish() {
      if (metrics.size === 0) return undefined;
      const history = emptyRecord<SeriesInput>();
      for (const [metric, columns] of metrics) history[metric] = finished(columns);
      return history;
    },
  };
}

function finished({ steps, values, wallTimes, runtimes, timed, ran }: Columns): SeriesInput {
  return {
    steps: steps.finish(),
    values: values.finish(),
    ...(timed && { wallTimes: wallTimes.finish() }),
    ...(ran && { runtimes: runtimes.finish() }),
  };
}
