import { createLinePlot, type Line } from '@runhue/lines';
import { describe, expect, it } from 'vitest';

const CSS_WIDTH = 1000;
const CSS_HEIGHT = 500;
const PALETTE = [0xe69f00, 0x56b4e9, 0x009e73, 0xf0e442, 0x0072b2, 0xd55e00];

/** Mulberry32. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Falling loss curves, each with its own floor and noise. */
function lossCurves(count: number, points: number, noise: number): Line[] {
  const next = random(count * 31 + points);
  return Array.from({ length: count }, () => {
    const floor = 0.1 + 0.5 * next();
    const speed = 2 + 6 * next();
    const own = noise * (0.2 + next());
    const x = Float64Array.from({ length: points }, (_, i) => i);
    return { x, y: Float64Array.from(x, (i) => floor + Math.exp((-speed * i) / points) + own * (next() - 0.5)), order: next() };
  });
}

interface Quality {
  /** Mean difference of opacity over inked pixels, of 255. */
  readonly difference: number;
  /** Ink beyond that of the strokes, as a share. */
  readonly ink: number;
}

function compare(lines: readonly Line[], cssLineWidth: number, pixelRatio: number): Quality {
  const width = CSS_WIDTH * pixelRatio;
  const height = CSS_HEIGHT * pixelRatio;
  const last = lines[0]!.x.length - 1;
  const plot = createLinePlot();
  plot.update({
    lines,
    styles: lines.map((_, i) => ({ color: PALETTE[i % PALETTE.length]! })),
    view: { xDomain: [0, last], yDomain: [0, 1.8], width, height },
    lineWidth: cssLineWidth * pixelRatio,
  });
  const drawn = new Uint32Array(width * height);
  plot.paint(drawn);
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
  context.lineWidth = cssLineWidth * pixelRatio;
  context.lineJoin = 'round';
  for (const { x, y } of [...lines].sort((a, b) => a.order - b.order)) {
    context.beginPath();
    for (let i = 0; i < x.length; i++) context.lineTo((x[i]! / last) * width, ((1.8 - y[i]!) / 1.8) * height);
    context.stroke();
  }
  const stroked = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
  let inked = 0;
  let difference = 0;
  let ours = 0;
  let theirs = 0;
  for (let p = 0; p < drawn.length; p++) {
    const a = drawn[p]! >>> 24;
    const b = stroked[p]! >>> 24;
    if (a === 0 && b === 0) continue;
    inked++;
    difference += Math.abs(a - b);
    ours += a;
    theirs += b;
  }
  return { difference: difference / inked, ink: ours / theirs - 1 };
}

describe.each([1, 2])('LinePlot beside canvas strokes at a pixel ratio of %d', (pixelRatio) => {
  describe.each([1, 1.5, 2])('and %d px wide', (width) => {
    it.each([
      ['smooth curves', 10, 1000, 0],
      ['10 × 100', 10, 100, 0.1],
      ['10 × 1,000', 10, 1000, 0.1],
      ['10 × 10,000', 10, 10_000, 0.1],
    ])('differs by at most 12 of 255, and 6 in 100 of ink, for %s', (_, count, points, noise) => {
      const { difference, ink } = compare(lossCurves(count, points, noise), width, pixelRatio);
      expect(difference).toBeLessThanOrEqual(12);
      expect(Math.abs(ink)).toBeLessThanOrEqual(0.06);
    });

    it.each([
      ['100 × 1,000', 100, 1000],
      ['400 × 1,000', 400, 1000],
    ])('differs by at most 15 of 255, and 6 in 100 of ink, where it is dense: %s', (_, count, points) => {
      const { difference, ink } = compare(lossCurves(count, points, 0.1), width, pixelRatio);
      expect(difference).toBeLessThanOrEqual(15);
      expect(Math.abs(ink)).toBeLessThanOrEqual(0.06);
    });
  });
});
