import {
  clearIdBuffer,
  colorPixels,
  createColorTable,
  createIdBuffer,
  decimateLines,
  rasterLines,
  rasterSteps,
  type Line,
  type LineStyle,
  type View,
} from '@runhue/lines';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alphaAt, draw, lineOf } from './draw-lines.js';

const view: View = { xDomain: [0, 100], yDomain: [0, 10], width: 150, height: 40 };
const RED = 0xff0000;
const BLUE = 0x0000ff;
const rgb = (pixel: number): number => ((pixel & 0xff) << 16) | (pixel & 0xff00) | ((pixel >> 16) & 0xff);
const level = (y: number, order = 0): Line => lineOf([[0, y], [100, y]], order);
const y = fc.oneof({ weight: 5, arbitrary: fc.double({ min: -1, max: 11, noNaN: true }) }, fc.constant(NaN));
const noisy = fc.array(fc.array(y, { minLength: 2, maxLength: 40 }), { minLength: 1, maxLength: 8 });
const linesOf = (series: number[][]): Line[] =>
  series.map((values, i) => lineOf(values.map((value, j) => [(j * 100) / values.length + i / 9, value] as const), ((i * 7) % 8) + 0.5));

describe.each([true, false])('rasterLines with exact %s', (exact) => {
  it('gives the same pixels in any order of the lines', () => {
    fc.assert(
      fc.property(noisy, fc.integer({ min: 0, max: 7 }), (series, turn) => {
        const lines = linesOf(series);
        const styles = lines.map((_, i) => ({ color: 0x203040 * (i + 1), dash: i % 3 === 0 ? [5, 3] : null, casing: i % 4 === 1 ? 0 : null }));
        const order = lines.map((_, i) => (i + turn) % lines.length);
        const turned = draw(order.map((i) => lines[i]!), view, order.map((i) => styles[i]!), { exact, lineWidth: 1.5 });
        expect(turned).toEqual(draw(lines, view, styles, { exact, lineWidth: 1.5 }));
      }),
      { numRuns: 40 },
    );
  });

  it('gives the same bytes drawn at once or in ranges of columns', () => {
    fc.assert(
      fc.property(noisy, fc.integer({ min: 1, max: 149 }), (series, cut) => {
        const lines = linesOf(series);
        const styles = lines.map((_, i) => ({ color: 0, dash: i % 2 === 0 ? [4, 2] : null }));
        const spans = decimateLines(lines, view);
        const whole = createIdBuffer(150, 40);
        rasterLines(spans, styles, whole, { exact, lineWidth: 3 });
        const parts = createIdBuffer(150, 40);
        rasterLines(spans, styles, parts, { exact, lineWidth: 3, from: cut });
        rasterLines(spans, styles, parts, { exact, lineWidth: 3, to: cut });
        expect(parts).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });

  it('gives the same bytes whether columns are kept or not', () => {
    fc.assert(
      fc.property(noisy, (series) => {
        const lines = linesOf(series);
        const styles = lines.map((_, i) => ({ color: 0, dash: i % 2 === 0 ? [4, 2] : null }));
        const kept = createIdBuffer(150, 40);
        rasterLines(decimateLines(lines, view), styles, kept, { exact, lineWidth: 2 });
        const made = createIdBuffer(150, 40);
        rasterLines(decimateLines(lines, view, { maxBytes: 0 }), styles, made, { exact, lineWidth: 2 });
        expect(made).toEqual(kept);
      }),
      { numRuns: 40 },
    );
  });

  it('shows a spike of one sample in a million', () => {
    const x = Float64Array.from({ length: 1_000_000 }, (_, i) => i / 10_000);
    const values = new Float64Array(x.length).fill(1);
    values[456_789] = 9;
    const pixels = draw([{ x, y: values, order: 0 }], view, undefined, { exact });
    const column = Math.floor(45.6789 * 1.5);
    for (const row of [5, 10, 20, 30]) expect(alphaAt(pixels, view, column, row)).toBeGreaterThan(60);
    expect(alphaAt(pixels, view, column + 3, 20)).toBe(0);
  });

  it('leaves gaps open, also those narrower than a column', () => {
    const pixels = draw([lineOf([[10, 1], [20, 1], [20, NaN], [20.1, 9], [40, 9], [50, NaN], [60, 9], [80, 9]])], view, undefined, { exact });
    for (let row = 8; row < 32; row++) for (let column = 0; column < 150; column++) expect(alphaAt(pixels, view, column, row)).toBe(0);
    expect(alphaAt(pixels, view, 75, 4)).toBe(0);
    expect(alphaAt(pixels, view, 20, 36)).toBeGreaterThan(100);
    expect(alphaAt(pixels, view, 100, 4)).toBeGreaterThan(100);
  });

  it('draws a sample without neighbours as a dot, also next to a strip and beside others in its column', () => {
    const pixels = draw([lineOf([[42.9, 5], [43, NaN], [43.01, 1], [60, NaN], [70, 8]])], view, undefined, { exact, lineWidth: 2 });
    for (const [column, row] of [[62, 19], [64, 19], [66, 20], [64, 36], [104, 8], [106, 8]] as const) {
      expect(alphaAt(pixels, view, column, row)).toBeGreaterThan(60);
    }
    expect(alphaAt(pixels, view, 64, 28)).toBe(0);
    expect(alphaAt(pixels, view, 85, 20)).toBe(0);
  });

  it('runs on to the samples beyond both ends of the window', () => {
    const pixels = draw([lineOf([[-50, 0], [150, 10]])], view, undefined, { exact });
    expect(alphaAt(pixels, view, 0, 29)).toBeGreaterThan(20);
    expect(alphaAt(pixels, view, 149, 10)).toBeGreaterThan(20);
    expect(alphaAt(pixels, view, 75, 20)).toBeGreaterThan(20);
  });

  it('clips what lies beyond the y domain, however far', () => {
    for (const far of [1e3, 1e30, 1e300, Number.MAX_VALUE]) {
      const pixels = draw([lineOf([[0, 5], [50, 5], [50.1, far], [50.2, 5], [60, -far], [61, 5], [100, 5]])], view, undefined, { exact });
      expect(alphaAt(pixels, view, 20, 20)).toBeGreaterThan(60);
      expect(alphaAt(pixels, view, 75, 2)).toBeGreaterThan(60);
      expect(alphaAt(pixels, view, 140, 20)).toBeGreaterThan(60);
      expect(alphaAt(pixels, view, 120, 2)).toBe(0);
    }
  });

  it('is right at the height of a 4K screen', () => {
    const tall: View = { xDomain: [0, 1], yDomain: [0, 1], width: 20, height: 4320 };
    const pixels = draw([lineOf([[0, 0.001], [1, 0.001]]), lineOf([[0, 1], [1, 0]])], tall, undefined, { exact, lineWidth: 2 });
    expect(alphaAt(pixels, tall, 10, 4315)).toBe(255);
    for (let row = 1; row < 4319; row += 7) {
      expect(Math.max(...[-1, 0, 1].map((d) => alphaAt(pixels, tall, Math.min(19, Math.max(0, Math.floor(row / 216) + d)), row)))).toBeGreaterThan(100);
    }
  });

  it('puts the line of the higher order on top and uncovers the other when it is hidden', () => {
    const lines = [level(5, 0.9), level(5, 0.1)];
    const top = draw(lines, view, [{ color: RED }, { color: BLUE }], { exact, lineWidth: 3 });
    expect(rgb(top[20 * 150 + 75]!)).toBe(RED);
    const hidden = draw(lines, view, [{ color: RED, hidden: true }, { color: BLUE }], { exact, lineWidth: 3 });
    expect(rgb(hidden[20 * 150 + 75]!)).toBe(BLUE);
  });

  it('draws dashes with their lengths and gaps', () => {
    const pixels = draw([level(4.9)], view, [{ color: 0, dash: [10, 5] }], { exact, lineWidth: 2 });
    const row = 20;
    for (const column of [2, 5, 8, 17, 22, 47, 52]) expect(alphaAt(pixels, view, column, row)).toBeGreaterThan(200);
    for (const column of [12, 13, 27, 28, 42, 57]) expect(alphaAt(pixels, view, column, row)).toBe(0);
  });

  it('dashes a steep line along its length', () => {
    const steep: View = { xDomain: [0, 1], yDomain: [0, 1], width: 4, height: 120 };
    const pixels = draw([lineOf([[0, 0], [1, 1]])], steep, [{ color: 0, dash: [10, 10] }], { exact, lineWidth: 2 });
    const inked = Array.from({ length: 120 }, (_, row) => [0, 1, 2, 3].some((column) => alphaAt(pixels, steep, column, row) > 100));
    const changes = inked.filter((on, row) => row > 0 && on !== inked[row - 1]).length;
    expect(changes).toBeGreaterThanOrEqual(10);
    expect(changes).toBeLessThanOrEqual(13);
  });

  it('draws a casing around the line, above the lines beneath', () => {
    const lines = [level(5, 1), lineOf([[0, 5], [50, 5], [50, 3], [50, 7]], 0)];
    const pixels = draw(lines, view, [{ color: RED, casing: BLUE }, { color: 0x00ff00 }], { exact, lineWidth: 2 });
    const column = 20;
    expect(rgb(pixels[20 * 150 + column]!)).toBe(RED);
    expect(rgb(pixels[18 * 150 + column]!)).toBe(BLUE);
    expect(rgb(pixels[21 * 150 + column]!)).toBe(BLUE);
    expect(rgb(pixels[18 * 150 + 75]!)).toBe(BLUE);
    expect(rgb(pixels[14 * 150 + 75]!)).toBe(0x00ff00);
  });
});

describe('rasterLines', () => {
  it('draws only the lines of its layer', () => {
    const spans = decimateLines([level(2), level(8)], view);
    const styles: LineStyle[] = [{ color: RED }, { color: BLUE, layer: 'raw' }];
    const buffer = createIdBuffer(150, 40);
    const out = new Uint32Array(150 * 40);
    rasterLines(spans, styles, buffer, { layer: 'raw' });
    colorPixels(buffer, createColorTable(styles, 0), out);
    expect(alphaAt(out, view, 75, 8)).toBeGreaterThan(0);
    expect(alphaAt(out, view, 75, 32)).toBe(0);
  });

  it('tells apart more lines than fit into 16 bits', () => {
    const lines = Array.from({ length: 70_000 }, (_, i) => level(i === 69_999 ? 5 : 1, i));
    const styles = lines.map((_, i) => ({ color: i === 69_999 ? RED : BLUE }));
    const small: View = { ...view, width: 2 };
    const pixels = draw(lines, small, styles, { lineWidth: 2 });
    expect(rgb(pixels[20 * 2]!)).toBe(RED);
    expect(rgb(pixels[36 * 2]!)).toBe(BLUE);
  });

  it('refuses a buffer or styles that do not fit', () => {
    const spans = decimateLines([level(2)], view);
    expect(() => rasterLines(spans, [{ color: 0 }], createIdBuffer(10, 40))).toThrow('the buffer is 10 × 40, the spans are 150 × 40');
    expect(() => rasterLines(spans, [], createIdBuffer(150, 40))).toThrow('0 styles given for 1 lines');
  });
});

describe('rasterSteps', () => {
  it('yields after every 64 columns and ends with the bytes of rasterLines', () => {
    const spans = decimateLines([level(2), level(8)], view);
    const whole = createIdBuffer(150, 40);
    rasterLines(spans, [{ color: 0 }, { color: 0 }], whole);
    const buffer = createIdBuffer(150, 40);
    const shares = [...rasterSteps(spans, [{ color: 0 }, { color: 0 }], buffer)];
    expect(shares).toEqual([64 / 150, 128 / 150, 1]);
    expect(buffer).toEqual(whole);
  });

  it('is not disturbed by another plot drawn between two steps', () => {
    const spans = decimateLines([level(2), level(8)], view);
    const styles = [{ color: 0 }, { color: 0 }];
    const whole = createIdBuffer(150, 40);
    rasterLines(spans, styles, whole);
    const buffer = createIdBuffer(150, 40);
    for (const share of rasterSteps(spans, styles, buffer)) if (share < 1) draw([level(5)], { ...view, height: 300 });
    expect(buffer).toEqual(whole);
  });
});

describe('clearIdBuffer', () => {
  it('empties only the columns asked for', () => {
    const buffer = createIdBuffer(4, 2);
    buffer.top.fill(7);
    clearIdBuffer(buffer, 1, 3);
    expect([...buffer.top]).toEqual([7, 0, 0, 7, 7, 0, 0, 7]);
  });
});

describe('colorPixels', () => {
  it('mixes what is on top with what lies beneath by their coverages, and leaves equal colours as they are', () => {
    const buffer = createIdBuffer(255, 256);
    for (let p = 0; p < buffer.top.length; p++) {
      buffer.top[p] = (1 << 8) | ((p % 255) + 1);
      buffer.beneath[p] = p < 255 ? 0 : (2 << 8) | Math.floor(p / 255);
    }
    const mixed = new Uint32Array(buffer.top.length);
    colorPixels(buffer, Uint32Array.of(0, 0xff8040, 0x10c0f0), mixed);
    const same = new Uint32Array(buffer.top.length);
    colorPixels(buffer, Uint32Array.of(0, 0xff8040, 0xff8040), same);
    const expected = Array.from(mixed, (_, p) => {
      const coverage = (p % 255) + 1;
      const alpha = 255 - Math.floor(((255 - coverage) * (255 - Math.floor(p / 255)) + 127) / 255);
      const share = Math.floor((256 * coverage) / alpha);
      const channel = (color: number, below: number): number => Math.floor((color * share + below * (256 - share)) / 256);
      return alpha * 2 ** 24 + channel(0xff, 0x10) * 65536 + channel(0x80, 0xc0) * 256 + channel(0x40, 0xf0);
    });
    expect(mixed).toEqual(Uint32Array.from(expected));
    expect(same).toEqual(Uint32Array.from(expected, (pixel) => (pixel >>> 24) * 2 ** 24 + 0xff8040));
  });

  it('changes colours and dims without another raster', () => {
    const spans = decimateLines([level(5)], view);
    const buffer = createIdBuffer(150, 40);
    const out = new Uint32Array(150 * 40);
    rasterLines(spans, [{ color: RED }], buffer, { lineWidth: 3 });
    colorPixels(buffer, createColorTable([{ color: BLUE }], 0), out);
    expect(rgb(out[20 * 150 + 75]!)).toBe(BLUE);
    colorPixels(buffer, createColorTable([{ color: BLUE, dimmed: true }], 0xcccccc), out);
    expect(out[20 * 150 + 75]! >>> 0).toBe(0xffcccccc);
  });
});
