import type { RunId } from '@runhue/core';
import { nearestPoint } from './nearest-point.js';
import { toPixels } from './pixel-axis.js';
import type { PlotFrame } from './PlotChart.js';
import type { PlotLine } from './plot-line.js';

/** What is being read: a run, near an x. */
export interface Target {
  readonly runId: RunId;
  readonly x: number;
}

/** A point of a line and its place. */
export interface Reading {
  readonly line: PlotLine;
  /** Index into the run's points. */
  readonly point: number;
  readonly x: number;
  readonly y: number;
  /** CSS px from the plot's top left corner. */
  readonly left: number;
  readonly top: number;
}

/** The point of a run nearest to an x, or null when the run is not in the plot. */
export function readTarget(target: Target | null, lines: readonly PlotLine[], frame: PlotFrame): Reading | null {
  const line = target && lines.find(({ runId }) => runId === target.runId);
  return line ? readPoint(line, nearestPoint(line, target.x), frame) : null;
}

function readPoint(line: PlotLine, point: number, frame: PlotFrame): Reading | null {
  const x = line.x[point];
  const y = line.y[point];
  if (x === undefined || y === undefined) return null;
  return { line, point, x, y, left: toPixels(frame.x)(x), top: toPixels(frame.y)(y) };
}

/** The nearest point of the same run further along x whose place differs by at least `least` CSS px; the last one at the end. */
export function stepAlong(reading: Reading, frame: PlotFrame, direction: 1 | -1, least: number): Target {
  const { line } = reading;
  const px = toPixels(frame.x);
  let found = reading.point;
  for (let i = reading.point + direction; i >= 0 && i < line.x.length; i += direction) {
    const left = px(line.x[i] ?? NaN);
    if (left < -0.5 || left > frame.width + 0.5) break;
    if (!Number.isFinite(line.y[i])) continue;
    found = i;
    if (Math.abs(left - reading.left) >= least) break;
  }
  return { runId: line.runId, x: line.x[found] ?? reading.x };
}

/** The run whose value near this x is the next above (or below) the one that is read; null at the top (or bottom). */
export function stepAcross(reading: Reading, lines: readonly PlotLine[], direction: 1 | -1): Target | null {
  const near = lines
    .map((line, index) => ({ line, index, value: line.y[nearestPoint(line, reading.x)] ?? NaN }))
    .filter(({ line, value }) => Number.isFinite(value) && coversX(line, reading.x))
    .sort((a, b) => a.value - b.value || a.index - b.index);
  const place = near.findIndex(({ line }) => line.runId === reading.line.runId);
  const next = near[place + direction];
  return place >= 0 && next ? { runId: next.line.runId, x: reading.x } : null;
}

/** Whether a run has begun and not yet ended at an x. */
export function coversX({ x }: PlotLine, at: number): boolean {
  return at >= (x[0] ?? Infinity) && at <= (x[x.length - 1] ?? -Infinity);
}

/** Where reading starts: the run that ends highest of those in view, at its end. */
export function firstTarget(lines: readonly PlotLine[], frame: PlotFrame): Target | null {
  const end = frame.x.domain[1];
  const [low, high] = frame.y.domain;
  let best: Target | null = null;
  let highest = -Infinity;
  let isBestSeen = false;
  for (const line of lines) {
    const point = nearestPoint(line, end);
    const value = line.y[point] ?? NaN;
    const isSeen = value >= low && value <= high;
    if (!Number.isFinite(value) || (isBestSeen && !isSeen) || (isSeen === isBestSeen && value < highest)) continue;
    highest = value;
    isBestSeen = isSeen;
    best = { runId: line.runId, x: line.x[point] ?? end };
  }
  return best;
}
