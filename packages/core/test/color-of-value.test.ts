import {
  colorBuckets,
  colorOfValue,
  colorRamp,
  defaultColorSettings,
  labSeen,
  noValueColors,
  paletteColors,
  palettes,
  type ColorSettings,
  type Palette,
} from '@runhue/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketingOf, categories, ranges } from './fixtures/bucketing.js';

const theme = 'light';
const continuous = (low: number, high: number): ReturnType<typeof bucketingOf> =>
  bucketingOf(ranges(low, high), { kind: 'continuous', domain: [low, high] });
const colorAt = (value: number, low: number, high: number, settings: ColorSettings = defaultColorSettings): string =>
  colorOfValue(value, continuous(low, high), settings, { theme }).color;
const withKey = (own: ColorSettings['byKey'][`metric:${string}`]): ColorSettings => ({ ...defaultColorSettings, byKey: { 'metric:acc': own } });
const largest = paletteColors(palettes[0] as Palette, theme, 8);

describe('colorRamp', () => {
  it('runs in 256 steps through the largest table and is made once', () => {
    const ramp = colorRamp(continuous(0, 1), defaultColorSettings, { theme });
    expect(ramp).toHaveLength(256);
    expect([ramp[0], ramp[255]]).toEqual([largest[0], largest[7]]);
    expect(colorRamp(continuous(3, 4), { ...defaultColorSettings }, { theme })).toBe(ramp);
  });

  it('never gets lighter from low to high', () => {
    for (const at of ['light', 'dark'] as const) {
      const lightness = colorRamp(continuous(0, 1), defaultColorSettings, { theme: at }).map((hex) => labSeen(hex, 'normal')[0]);
      for (let i = 1; i < 256; i++) expect(lightness[i] ?? NaN).toBeLessThan((lightness[i - 1] ?? NaN) + 0.3);
    }
  });

  it('is the same list, reversed, for lower is better', () => {
    const reversed = colorRamp(continuous(0, 1), { ...defaultColorSettings, reverse: true }, { theme });
    expect([reversed[0], reversed[255]]).toEqual([largest[7], largest[0]]);
  });
});

describe('colorOfValue, continuous', () => {
  it('gives the ends of the domain, and everything beyond them, the ends of the ramp', () => {
    for (const value of [0, -5, -1.7e308]) expect(colorAt(value, 0, 10)).toBe(largest[0]);
    for (const value of [10, 11, 1.7e308]) expect(colorAt(value, 0, 10)).toBe(largest[7]);
  });

  it('gives a domain of one value the middle', () => {
    expect(colorAt(5, 5, 5)).toBe(colorRamp(continuous(5, 5), defaultColorSettings, { theme })[128]);
  });

  it('gives every finite value of every finite domain a place that grows with the value', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(finite, finite, finite, finite, (a, b, c, d) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const ramp = colorRamp(continuous(low, high), defaultColorSettings, { theme });
        const first = ramp.indexOf(colorAt(Math.min(c, d), low, high));
        const second = ramp.lastIndexOf(colorAt(Math.max(c, d), low, high));
        expect(first).toBeGreaterThanOrEqual(0);
        expect(second).toBeGreaterThanOrEqual(first);
      }),
    );
  });

  it('puts the middle colour at the pivot, also when it is not in the middle or outside of the domain', () => {
    const middle = '#8d8d8d';
    expect(colorAt(2, 0, 10, withKey({ pivot: 2 }))).toBe(middle);
    expect(colorAt(0, 0, 10, withKey({ pivot: 2 }))).toBe('#011f55');
    expect(colorAt(10, 0, 10, withKey({ pivot: 2 }))).toBe('#4a0301');
    expect(colorAt(0, 0, 10, withKey({ pivot: -5 }))).not.toBe(middle);
    expect(colorAt(2, 0, 10, withKey({ pivot: 2, symmetric: true }))).toBe(middle);
    expect(colorAt(0, 0, 10, withKey({ pivot: 2, symmetric: true }))).not.toBe('#011f55');
  });

  it('cases a colour that does not reach 3:1', () => {
    const classic = { ...defaultColorSettings, palette: 'classic' };
    expect(colorOfValue(0, continuous(0, 1), classic, { theme }).casing).not.toBeNull();
    expect(colorOfValue(1, continuous(0, 1), classic, { theme }).casing).toBeNull();
  });
});

describe('colorOfValue', () => {
  it('draws what is no number as no value or as non-finite, dashed', () => {
    const styles = [Number.NaN, Infinity, -Infinity].map((value) => colorOfValue(value, continuous(0, 1), defaultColorSettings, { theme }));
    expect(styles.map(({ color }) => color)).toEqual(Array.from({ length: 3 }, () => noValueColors.light));
    expect(styles.map(({ dash }) => dash)).toEqual([[4, 3], [1, 3], [1, 3]]);
  });

  it('gives a value at an edge the upper bucket, and values beyond the domain the outer ones', () => {
    const bucketing = bucketingOf([...ranges(0, 1, 2, 3), { kind: 'missing' }]);
    const styles = colorBuckets(bucketing, defaultColorSettings, { theme });
    const bucketAt = (value: number): number => {
      const { color } = colorOfValue(value, bucketing, defaultColorSettings, { theme });
      return styles.findIndex((style) => style.color === color);
    };
    expect([-7, 0, 0.5, 1, 2, 3, 99].map(bucketAt)).toEqual([0, 0, 0, 1, 2, 2, 2]);
  });

  it('has no place for a number among categories or where there are no buckets', () => {
    for (const bucketing of [bucketingOf(categories(0, 1), { kind: 'category' }), bucketingOf([])]) {
      expect(colorOfValue(1, bucketing, defaultColorSettings, { theme }).color).toBe(noValueColors.light);
    }
  });
});
