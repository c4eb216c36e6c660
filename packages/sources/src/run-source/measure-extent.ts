import type { ExtentAnswer } from '@runhue/core';
import type { LinePoints } from './line-points.js';

/** Gathers the ends of both axes over lines. */
export function createExtent(): { add(line: LinePoints): void; answer(): Omit<ExtentAnswer, 'fidelity'> } {
  const x = createRange();
  const y = createRange();
  let runs = 0;
  let points = 0;
  return {
    add(line) {
      runs += 1;
      points += line.x.length;
      for (const value of line.x) x.add(value);
      for (const value of line.y) y.add(value);
    },
    answer: () => ({ x: x.ends(), y: y.ends(), positive: [x.positive(), y.positive()], runs, points }),
  };
}

interface Range {
  add(value: number): void;
  ends(): readonly [number, number] | null;
  /** Lowest value above zero. */
  positive(): number | null;
}

function createRange(): Range {
  let lowest = Infinity;
  let highest = -Infinity;
  let positive = Infinity;
  return {
    add(value) {
      if (!Number.isFinite(value)) return;
      if (value < lowest) lowest = value;
      if (value > highest) highest = value;
      if (value > 0 && value < positive) positive = value;
    },
    ends: () => (lowest <= highest ? [lowest + 0, highest + 0] : null),
    positive: () => (positive === Infinity ? null : positive),
  };
}
