import { scaleUtc } from 'd3-scale';
import { multiplesWithin, niceStep } from './number-ticks.js';

const day = 86400;
const minutes = [1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 360, 720];
const durationSteps = [1, 2, 5, 10, 15, 30, ...minutes.map((count) => count * 60), day, 2 * day, 5 * day, 10 * day];

/** Ticks of seconds at round minutes, hours and days. */
export function durationTicks(lower: number, upper: number): number[] {
  const span = upper - lower;
  if (span < 5) return multiplesWithin(lower, upper, niceStep(lower, upper));
  const step = durationSteps.find((candidate) => span / candidate <= 6.2) ?? niceStep(lower / day, upper / day) * day;
  return multiplesWithin(lower, upper, step);
}

/** Ticks of seconds since the epoch at round dates and times, UTC. */
export function dateTicks(lower: number, upper: number): number[] {
  return scaleUtc([lower * 1000, upper * 1000], [0, 1])
    .ticks(5)
    .map((date) => date.getTime() / 1000);
}
