/** What every library draws: lines over the same x, each with one of six groups of equal size. */
export interface BenchData {
  readonly runCount: number;
  readonly pointCount: number;
  readonly x: Float64Array;
  readonly ys: readonly Float64Array[];
  readonly xDomain: readonly [number, number];
  readonly yDomain: readonly [number, number];
}

const colors = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9'];

/** Seeded uniform numbers in [0, 1). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Loss curves that fall, each with its own floor, speed and noise. */
export function makeBenchData(runCount: number, pointCount: number): BenchData {
  const next = randomFrom(runCount * 31 + pointCount);
  const x = Float64Array.from({ length: pointCount }, (_, i) => i);
  let low = Infinity;
  let high = -Infinity;
  const ys = Array.from({ length: runCount }, () => {
    const floor = 0.1 + 0.5 * next();
    const speed = 2 + 6 * next();
    const noise = 0.02 + 0.1 * next();
    const y = new Float64Array(pointCount);
    for (let i = 0; i < pointCount; i++) {
      const value = floor + Math.exp((-speed * i) / pointCount) + noise * (next() - 0.5);
      y[i] = value;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    return y;
  });
  return { runCount, pointCount, x, ys, xDomain: [0, pointCount - 1], yDomain: [low, high] };
}

/** A line's colour; every line changes with each round. */
export function colorAt(line: number, round: number): string {
  return colors[(line + round) % colors.length] ?? '#000000';
}

/** Whether a line is one of the sixth that is toggled. */
export function isToggled(line: number): boolean {
  return line % colors.length === 0;
}

/** The line whose value is nearest to (x index, y), among those shown. */
export function nearestLine({ ys }: BenchData, index: number, y: number, isShown: (line: number) => boolean): number {
  let nearest = -1;
  let distance = Infinity;
  ys.forEach((values, line) => {
    const off = Math.abs((values[index] ?? NaN) - y);
    if (off < distance && isShown(line)) {
      nearest = line;
      distance = off;
    }
  });
  return nearest;
}
