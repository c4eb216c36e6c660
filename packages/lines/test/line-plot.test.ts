import { createLinePlot, type Band, type Line, type LinePlotInput, type LineStyle, type View } from '@runhue/lines';
import { describe, expect, it } from 'vitest';
import { lineOf } from './draw-lines.js';

const view: View = { xDomain: [0, 100], yDomain: [0, 10], width: 200, height: 50 };
const wave = (phase: number, count = 80): Line =>
  lineOf(Array.from({ length: count }, (_, i) => [i, 5 + 4 * Math.sin(i / 5 + phase)] as const), phase);
const lines = [wave(0), wave(1), wave(2)];
const styles: LineStyle[] = lines.map((_, i) => ({ color: 0x330000 * (i + 1) }));
const input: LinePlotInput = { lines, styles, view, lineWidth: 1.5 };
const none = { decimated: 'none', rastered: [] };

function pixelsOf(...inputs: LinePlotInput[]): Uint32Array {
  const plot = createLinePlot();
  for (const one of inputs) plot.update(one);
  const out = new Uint32Array(view.width * view.height);
  plot.paint(out);
  return out;
}

describe('LinePlot update', () => {
  it('does nothing for new arrays of the same things', () => {
    const plot = createLinePlot();
    expect(plot.update(input)).toEqual({ decimated: 'all', rastered: ['line'] });
    expect(plot.update({ ...input, lines: lines.map((line) => ({ ...line })), styles: styles.map((style) => ({ ...style })), view: { ...view } })).toEqual(none);
  });

  it.each([
    ['color', { color: 0x00ff00 }],
    ['dimmed', { dimmed: true }],
  ] as [string, Partial<LineStyle>][])('does nothing for another %s', (_, change) => {
    const plot = createLinePlot();
    plot.update(input);
    expect(plot.update({ ...input, styles: styles.map((style) => ({ ...style, ...change })) })).toEqual(none);
  });

  it.each([
    ['dash', { dash: [4, 2] }],
    ['casing', { casing: 0 }],
    ['hidden', { hidden: true }],
    ['width', { width: 3 }],
  ] as [string, Partial<LineStyle>][])('only draws again for another %s', (_, change) => {
    const plot = createLinePlot();
    plot.update(input);
    expect(plot.update({ ...input, styles: [{ ...styles[0]!, ...change }, ...styles.slice(1)] })).toEqual({ decimated: 'none', rastered: ['line'] });
  });

  it('only draws again for another y domain, height or line width', () => {
    const plot = createLinePlot();
    plot.update(input);
    const drawn = { decimated: 'none', rastered: ['line'] };
    expect(plot.update({ ...input, view: { ...view, yDomain: [2, 5] } })).toEqual(drawn);
    expect(plot.update({ ...input, view: { ...view, yDomain: [2, 5], height: 70 } })).toEqual(drawn);
    expect(plot.update({ ...input, view: { ...view, yDomain: [2, 5], height: 70 }, lineWidth: 2 })).toEqual(drawn);
  });

  it('reduces the lines again for another x window or width', () => {
    const plot = createLinePlot();
    plot.update(input);
    expect(plot.update({ ...input, view: { ...view, xDomain: [10, 90] } }).decimated).toBe('all');
    expect(plot.update({ ...input, view: { ...view, xDomain: [10, 90], width: 300 } }).decimated).toBe('all');
  });

  it('reduces the last columns of a line that grew, to the pixels of a new plot', () => {
    const before = { ...input, lines: [wave(0, 50), wave(1), wave(2)] };
    const plot = createLinePlot();
    plot.update(before);
    expect(plot.update(input)).toEqual({ decimated: 'columns', rastered: ['line'] });
    expect(pixelsOf(before, input)).toEqual(pixelsOf(input));
  });

  it('keeps the picture of the others where a line is added or taken away', () => {
    expect(pixelsOf({ ...input, lines: lines.slice(0, 2), styles: styles.slice(0, 2) }, input)).toEqual(pixelsOf(input));
    expect(pixelsOf(input, { ...input, lines: lines.slice(1), styles: styles.slice(1) })).toEqual(
      pixelsOf({ ...input, lines: lines.slice(1), styles: styles.slice(1) }),
    );
  });

  it('draws one layer again when only that one changes', () => {
    const raw: LinePlotInput = { ...input, styles: [{ color: 0, layer: 'raw' }, ...styles.slice(1)] };
    const plot = createLinePlot();
    expect(plot.update(raw).rastered).toEqual(['raw', 'line']);
    expect(plot.update({ ...raw, overlay: [1] }).rastered).toEqual(['overlay']);
    expect(plot.update({ ...raw, overlay: [2] }).rastered).toEqual(['overlay']);
    expect(plot.update(raw).rastered).toEqual([]);
    expect(plot.update({ ...raw, styles: [{ color: 0, layer: 'raw', dash: [2, 2] }, ...styles.slice(1)] }).rastered).toEqual(['raw']);
  });

  it('gives the pixels of a new plot after any of these changes', () => {
    const changes: Partial<LinePlotInput>[] = [
      { styles: styles.map((style) => ({ ...style, color: 0x0000ff })) },
      { styles: styles.map((style, i) => ({ ...style, hidden: i === 1 })) },
      { styles: styles.map((style, i) => ({ ...style, layer: i === 1 ? 'raw' : 'line' })) },
      { overlay: [1] },
      { lineWidth: 3 },
      { lines: [...lines].reverse() },
    ];
    for (const change of changes) expect(pixelsOf(input, { ...input, ...change })).toEqual(pixelsOf({ ...input, ...change }));
  });

  it('in steps shows the share done and ends with the same pixels', () => {
    const plot = createLinePlot();
    const shares: number[] = [];
    const steps = plot.updateSteps(input);
    for (let step = steps.next(); step.done !== true; step = steps.next()) shares.push(step.value);
    expect(shares.at(-1)).toBe(1);
    const out = new Uint32Array(view.width * view.height);
    plot.paint(out);
    expect(out).toEqual(pixelsOf(input));
  });

  it('recovers from steps that were left unfinished', () => {
    const plot = createLinePlot();
    plot.update(input);
    const zoom = { ...input, view: { ...view, xDomain: [10, 40] as const } };
    plot.updateSteps(zoom).next();
    plot.update(input);
    const out = new Uint32Array(view.width * view.height);
    plot.paint(out);
    expect(out).toEqual(pixelsOf(input));
  });
});

describe('LinePlot paintStrips', () => {
  const crowd = Array.from({ length: 200 }, (_, i) => wave(i / 9));
  const band: Band = { x: Float64Array.of(0, 100), low: Float64Array.of(1, 2), high: Float64Array.of(6, 9), color: 0x00ff00, opacity: 0.2 };
  const faint = (style: LineStyle, i: number): LineStyle => (i % 2 === 0 ? { ...style, layer: 'raw' } : style);

  it.each<[string, LinePlotInput]>([
    ['of lines', input],
    ['of a band, faint lines and lines on top', { ...input, bands: [band], styles: styles.map(faint), overlay: [1] }],
    ['of a crowd with casings', { lines: crowd, styles: crowd.map((_, i) => ({ color: 0xffee00 + i, casing: 0x102030 })), view }],
    ['of nothing', { lines: [], styles: [], view }],
  ])('gives the picture %s, whatever the height of a strip', (_, of) => {
    const whole = pixelsOf(of);
    const plot = createLinePlot();
    plot.update(of);
    for (const height of [1, 7, 25, 49, 50, 60]) {
      const strip = new Uint32Array(height * view.width).fill(0x12345678);
      const joined = new Uint32Array(whole.length);
      plot.paintStrips(strip, (from, rows) => joined.set(strip.subarray(0, rows * view.width), from * view.width));
      expect(joined).toEqual(whole);
    }
  });
});

describe('LinePlot with more lines than can be told apart', () => {
  const crowd = Array.from({ length: 200 }, (_, i) => lineOf([[0, 2 + i / 100], [100, 3 + i / 100]], i));
  const crowded: LinePlotInput = { lines: crowd, styles: crowd.map(() => ({ color: 0xffee00 })), view };
  const cased: LinePlotInput = { ...crowded, styles: crowd.map(() => ({ color: 0xffee00, casing: 0x102030 })) };

  it('does nothing for another casing', () => {
    const plot = createLinePlot();
    plot.update(crowded);
    expect(plot.update(cased)).toEqual(none);
    expect(plot.update({ ...cased, styles: cased.styles.map((style, i) => ({ ...style, dimmed: i > 3 })) })).toEqual(none);
  });

  it('encases the outline and nothing within', () => {
    const plain = pixelsOf(crowded);
    const out = pixelsOf(crowded, cased);
    expect(out).toEqual(pixelsOf(cased));
    const column = (pixels: Uint32Array): number[] => Array.from({ length: view.height }, (_, row) => pixels[row * view.width + 100]!);
    const rows = column(plain).flatMap((pixel, row) => (pixel >>> 24 > 0 ? [row] : []));
    const [first, last] = [rows[0]!, rows.at(-1)!];
    expect(column(out)[first - 1]! & 0xffffff).toBe(0x302010);
    expect(column(out)[last + 1]! & 0xffffff).toBe(0x302010);
    expect(column(out).slice(first + 2, last - 1)).toEqual(column(plain).slice(first + 2, last - 1));
    expect(column(out).filter((pixel) => pixel !== 0).length).toBeLessThanOrEqual(rows.length + 2);
  });

  it('encases neither hidden nor dimmed lines, nor beyond the edges of the plot', () => {
    for (const change of [{ hidden: true }, { dimmed: true }]) {
      const changed = (input: LinePlotInput) => ({ ...input, styles: input.styles.map((style) => ({ ...style, ...change })) });
      expect(pixelsOf(changed(cased))).toEqual(pixelsOf(changed(crowded)));
    }
    const out = pixelsOf({ ...cased, view: { ...view, xDomain: [-50, 100] } });
    const blank = (pixels: Uint32Array): boolean => pixels.every((pixel) => pixel === 0);
    expect(blank(out.filter((_, p) => p % view.width < 60))).toBe(true);
    expect(blank(out.filter((_, p) => p % view.width > 70))).toBe(false);
  });

  it('draws the casings of a few lines on top as strokes', () => {
    const plot = createLinePlot();
    plot.update({ ...crowded, overlay: [0] });
    expect(plot.update({ ...cased, overlay: [0] }).rastered).toEqual(['overlay']);
  });
});

describe('LinePlot paint', () => {
  it('shows raw lines faint, beneath the others', () => {
    const two = [lineOf([[0, 5], [100, 5]], 1), lineOf([[50, 0], [50.1, 10]], 0)];
    const out = pixelsOf({ lines: two, styles: [{ color: 0xff0000, layer: 'raw' }, { color: 0x0000ff }], view, lineWidth: 4, rawOpacity: 0.5 });
    expect(out[25 * 200 + 20]! >>> 24).toBeGreaterThan(115);
    expect(out[25 * 200 + 20]! >>> 24).toBeLessThan(140);
    expect(out[25 * 200 + 100]! >>> 0).toBe(0xffff0000);
  });

  it('shows overlaid lines on top and undimmed', () => {
    const two = [lineOf([[0, 5], [100, 5]], 0), lineOf([[0, 5], [100, 5]], 1)];
    const dim = [{ color: 0xff0000, dimmed: true }, { color: 0x0000ff, dimmed: true }];
    expect(pixelsOf({ lines: two, styles: dim, view, lineWidth: 4, dimColor: 0xeeeeee })[25 * 200 + 20]! >>> 0).toBe(0xffeeeeee);
    expect(pixelsOf({ lines: two, styles: dim, view, lineWidth: 4, overlay: [0] })[25 * 200 + 20]! >>> 0).toBe(0xff0000ff);
  });

  it('fills bands beneath the lines, and leaves their gaps open', () => {
    const x = Float64Array.of(0, 40, 50, 60, 100);
    const band = { x, low: Float64Array.of(2, 2, NaN, 2, 2), high: Float64Array.of(8, 8, NaN, 8, 8), color: 0x00ff00, opacity: 0.5 };
    const out = pixelsOf({ lines: [lineOf([[0, 5], [100, 5]])], styles: [{ color: 0xff0000 }], view, lineWidth: 4, bands: [band] });
    expect(out[15 * 200 + 40]! >>> 24).toBe(127);
    expect(out[15 * 200 + 40]! & 0xffffff).toBe(0x00ff00);
    expect(out[25 * 200 + 40]! >>> 0).toBe(0xff0000ff);
    expect(out[15 * 200 + 100]).toBe(0);
    expect(out[5 * 200 + 40]).toBe(0);
  });

  it('recolours bands without drawing them again', () => {
    const band = { x: Float64Array.of(0, 100), low: Float64Array.of(2, 2), high: Float64Array.of(8, 8), color: 0x00ff00, opacity: 1 };
    const plot = createLinePlot();
    expect(plot.update({ ...input, bands: [band] }).rastered).toEqual(['band', 'line']);
    expect(plot.update({ ...input, bands: [{ ...band, color: 0x0000ff }] }).rastered).toEqual([]);
    const out = new Uint32Array(view.width * view.height);
    plot.paintLayer('band', out);
    expect(out[25 * 200 + 100]! >>> 0).toBe(0xffff0000);
    expect(plot.update({ ...input, bands: [{ ...band, low: band.low.slice() }] }).rastered).toEqual(['band']);
    expect(plot.update(input).rastered).toEqual([]);
    plot.paintLayer('band', out);
    expect(out.every((pixel) => pixel === 0)).toBe(true);
  });

  it('leaves everything transparent without lines', () => {
    expect(pixelsOf({ ...input, lines: [], styles: [] }).every((pixel) => pixel === 0)).toBe(true);
  });

  it('says what to do before the first update', () => {
    expect(() => createLinePlot().nearest(1, 1)).toThrow('call update() first');
  });
});

describe('LinePlot nearest', () => {
  it('finds the line and its sample', () => {
    const plot = createLinePlot();
    plot.update(input);
    const hit = plot.nearest(40, 50 - 5 * (5 + 4 * Math.sin(20 / 5 + 1)));
    expect(hit).toMatchObject({ index: 1, point: 20 });
    expect(hit!.distance).toBeLessThan(0.01);
    expect(plot.nearestAll(40, 25, { radius: 200 })).toHaveLength(3);
    expect(plot.path(0)).toMatch(/^M0 25L/);
  });
});
