import { createLinePlot, strokePixels, type LinePen, type LineStroke } from '@runhue/lines';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf } from './draw-lines.js';

const width = 60;
const height = 40;

/** Parts of a line as points; x never turns back. */
type Parts = readonly (readonly (readonly [number, number])[])[];

function stroke(parts: Parts, strokes: readonly LineStroke[], pixels = new Uint32Array(width * height)): ReturnType<typeof strokePixels> & { pixels: Uint32Array } {
  const trace = (pen: LinePen): void => {
    for (const [first, ...others] of parts) {
      if (!first) continue;
      pen.moveTo(...first);
      for (const point of others) pen.lineTo(...point);
    }
  };
  return Object.assign({ left: 0, top: 0, width: 0, height: 0 }, strokePixels(trace, strokes, { pixels, width, height }), { pixels });
}

/** Distance from a pixel's middle to the nearest segment. */
function distance(parts: Parts, column: number, row: number): number {
  const [px, py] = [column + 0.5, row + 0.5];
  let best = Infinity;
  for (const points of parts) {
    points.forEach(([bx, by], i) => {
      const [ax, ay] = points[i - 1] ?? [bx, by];
      const length = (bx - ax) ** 2 + (by - ay) ** 2;
      const t = length > 0 ? Math.min(1, Math.max(0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length)) : 0;
      best = Math.min(best, Math.hypot(px - ax - t * (bx - ax), py - ay - t * (by - ay)));
    });
  }
  return best;
}

const point = fc.tuple(fc.double({ min: 0, max: 3, noNaN: true }), fc.double({ min: -20, max: 60, noNaN: true }));
const part = fc.array(point, { minLength: 1, maxLength: 12 });
const partsOf = (steps: [number, number][][]): Parts => {
  let x = 0;
  return steps.map((points) => points.map(([dx, y]) => [(x += dx), y] as const));
};

describe('strokePixels', () => {
  it('covers what lies within half the width of the line, and nothing beyond, whatever its shape, its gaps and its width', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), fc.double({ min: 1, max: 9, noNaN: true }), (steps, thickness) => {
        const parts = partsOf(steps);
        const { pixels } = stroke(parts, [{ width: thickness, color: 0x112233 }]);
        const wrong: string[] = [];
        for (let r = 0; r < height; r++) {
          for (let c = 0; c < width; c++) {
            const away = distance(parts, c, r) - thickness / 2;
            const alpha = pixels[r * width + c]! >>> 24;
            if ((away <= -0.75 && alpha !== 255) || (away >= 0.75 && alpha !== 0)) wrong.push(`${c}, ${r}: ${alpha}`);
          }
        }
        expect(wrong).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('covers part of a pixel by its area', () => {
    const { pixels } = stroke([[[-10, 10.25], [80, 10.25]]], [{ width: 3, color: 0xff0000 }]);
    expect([8, 9, 10, 11, 12].map((r) => pixels[r * width + 30]! >>> 24)).toEqual([64, 255, 255, 191, 0]);
    const upright = stroke([[[30.5, -10], [30.5, 80]]], [{ width: 2, color: 0xff0000 }]).pixels;
    expect([28, 29, 30, 31, 32].map((c) => upright[20 * width + c]! >>> 24)).toEqual([0, 128, 255, 128, 0]);
  });

  it('lays the strokes one over the other, the first lowest', () => {
    const { pixels } = stroke([[[-10, 20], [80, 20]]], [{ width: 6, color: 0xfefdfc }, { width: 4, color: 0x000000 }, { width: 2, color: 0xd55e00 }]);
    expect([17, 18, 19, 20, 21, 22].map((r) => pixels[r * width + 30]!.toString(16))).toEqual(
      ['fffcfdfe', 'ff000000', 'ff005ed5', 'ff005ed5', 'ff000000', 'fffcfdfe'],
    );
  });

  it('empties its box first and leaves what lies beyond it', () => {
    const pixels = new Uint32Array(width * height).fill(0xff123456);
    const box = stroke([[[20, 15], [30, 18]]], [{ width: 2, color: 0 }], pixels);
    expect(box).toMatchObject({ left: 19, top: 14, width: 12, height: 5 });
    pixels.forEach((pixel, p) => {
      const [c, r] = [p % width, Math.floor(p / width)];
      const inside = c >= box.left && c < box.left + box.width && r >= box.top && r < box.top + box.height;
      if (!inside) expect(pixel).toBe(0xff123456);
      else expect(pixel).not.toBe(0xff123456);
    });
  });

  it('gives null and writes nothing for a line outside of the picture, or for none', () => {
    for (const parts of [[], [[[10, -50], [20, -30]]], [[[-30, 10], [-20, 10]]]] as Parts[]) {
      const pixels = new Uint32Array(width * height).fill(7);
      const trace = (pen: LinePen): void => parts.forEach(([[x0, y0] = [0, 0], [x1, y1] = [0, 0]]) => (pen.moveTo(x0, y0), pen.lineTo(x1, y1)));
      expect(strokePixels(trace, [{ width: 4, color: 0 }], { pixels, width, height })).toBeNull();
      expect(pixels.every((pixel) => pixel === 7)).toBe(true);
    }
  });

  it('strokes what a plot traces, each time anew', () => {
    const plot = createLinePlot();
    const lines = [lineOf([[0, 5], [10, 5]]), lineOf([[0, 2], [4, 2], [5, NaN], [6, 2], [10, 2]])];
    plot.update({ lines, styles: lines.map(() => ({ color: 0 })), view: { xDomain: [0, 10], yDomain: [0, 10], width, height } });
    const draw = (index: number): Uint32Array => {
      const pixels = new Uint32Array(width * height);
      strokePixels((pen) => plot.trace(index, pen), [{ width: 3, color: 0 }], { pixels, width, height });
      return pixels;
    };
    expect(draw(0)[20 * width + 30]! >>> 24).toBe(255);
    const gapped = draw(1);
    expect(gapped[32 * width + 10]! >>> 24).toBe(255);
    expect(gapped[32 * width + 30]).toBe(0);
    expect(draw(1)).toEqual(gapped);
  });
});
