import type { SeriesInput } from '@runhue/core';

/** Columns of one metric while they are being read. */
export interface GrowingSeries {
  length: number;
  steps: Float64Array;
  values: Float64Array;
  /** Seconds since the epoch. */
  wallTimes: Float64Array;
}

const firstCapacity = 4;

/** An empty series; it starts small, because a hostile file can name a metric per value. */
export function growingSeries(): GrowingSeries {
  return {
    length: 0,
    steps: new Float64Array(firstCapacity),
    values: new Float64Array(firstCapacity),
    wallTimes: new Float64Array(firstCapacity),
  };
}

export function pushPoint(series: GrowingSeries, step: number, value: number, wallTime: number): void {
  if (series.length === series.steps.length) {
    series.steps = doubled(series.steps);
    series.values = doubled(series.values);
    series.wallTimes = doubled(series.wallTimes);
  }
  series.steps[series.length] = step;
  series.values[series.length] = value;
  series.wallTimes[series.length] = wallTime;
  series.length++;
}

/** The points so far, in the order they were pushed. */
export function seriesInput(series: GrowingSeries): SeriesInput {
  return {
    steps: series.steps.slice(0, series.length),
    values: series.values.slice(0, series.length),
    wallTimes: series.wallTimes.slice(0, series.length),
  };
}

function doubled(column: Float64Array): Float64Array {
  const larger = new Float64Array(column.length * 2);
  larger.set(column);
  return larger;
}
