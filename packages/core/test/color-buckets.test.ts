import {
  colorBuckets,
  contrastRatio,
  defaultColorSettings,
  differenceSeen,
  missingDash,
  nonFiniteDash,
  noValueColors,
  otherColors,
  paletteColors,
  palettes,
  themeBackgrounds,
  type ColorSettings,
  type KeySettings,
  type Palette,
  type Theme,
} from '@runhue/core';
import { describe, expect, it } from 'vitest';
import { bucketingOf, categories, ranges } from './fixtures/bucketing.js';

const themes: readonly Theme[] = ['light', 'dark'];
const settingsWith = (change: Partial<ColorSettings>, own?: KeySettings): ColorSettings => ({
  ...defaultColorSettings,
  ...change,
  ...(own && { byKey: { 'metric:acc': own } }),
});
const table = (name: string, theme: Theme, count: number): readonly string[] =>
  paletteColors(palettes.find((palette) => palette.name === name) as Palette, theme, count);
const upTo = (count: number): number[] => Array.from({ length: count + 1 }, (_, i) => i);
const colorsOf = (...args: Parameters<typeof colorBuckets>): string[] => colorBuckets(...args).map(({ color }) => color);

describe('colorBuckets on ranges', () => {
  it.each([2, 3, 4, 5, 6, 7, 8])('gives %i buckets the table made for that many, in either theme', (count) => {
    for (const theme of themes) {
      const styles = colorBuckets(bucketingOf(ranges(...upTo(count))), defaultColorSettings, { theme });
      expect(styles.map(({ color }) => color)).toEqual(table('runhue', theme, count));
      expect(styles.every(({ dash, casing }) => dash === null && casing === null)).toBe(true);
    }
  });

  it('gives a single bucket the middle colour of the 3-step table', () => {
    for (const theme of themes) {
      for (const kind of ['range', 'value'] as const) {
        const bucketing = bucketingOf([{ kind, lower: 5, upper: 5 }]);
        expect(colorsOf(bucketing, defaultColorSettings, { theme })).toEqual([table('runhue', theme, 3)[1]]);
        expect(colorsOf(bucketing, settingsWith({ reverse: true }), { theme })).toEqual([table('runhue', theme, 3)[1]]);
      }
    }
  });

  it('counts values and ranges only, not the buckets beside the scale', () => {
    const bucketing = bucketingOf([...ranges(0, 1, 2, 3), { kind: 'missing' }, { kind: 'nonFinite' }]);
    expect(colorBuckets(bucketing, defaultColorSettings, { theme: 'light' })).toEqual([
      ...table('runhue', 'light', 3).map((color) => ({ color, dash: null, casing: null })),
      { color: noValueColors.light, dash: missingDash, casing: null },
      { color: noValueColors.light, dash: nonFiniteDash, casing: null },
    ]);
    expect(missingDash).toEqual([4, 3]);
    expect(nonFiniteDash).not.toEqual(missingDash);
  });

  it('turns the ramp round with reverse', () => {
    const colors = colorsOf(bucketingOf(ranges(0, 1, 2, 3, 4)), settingsWith({ reverse: true }), { theme: 'dark' });
    expect(colors).toEqual([...table('runhue', 'dark', 4)].reverse());
  });

  it('gives more buckets than the largest table distinct colours', () => {
    const colors = colorsOf(bucketingOf(ranges(...upTo(12))), defaultColorSettings, { theme: 'light' });
    expect(new Set(colors).size).toBe(12);
    expect([colors[0], colors[11]]).toEqual([table('runhue', 'light', 8)[0], table('runhue', 'light', 8)[7]]);
  });

  it('takes a palette by name and the default one for a name that nobody has', () => {
    const bucketing = bucketingOf(ranges(0, 1, 2, 3));
    expect(colorsOf(bucketing, settingsWith({ palette: 'viridis' }), { theme: 'dark' })).toEqual(table('viridis', 'dark', 3));
    for (const palette of ['no such palette', 'categorical', 'constructor']) {
      expect(colorsOf(bucketing, settingsWith({ palette }), { theme: 'dark' })).toEqual(table('runhue', 'dark', 3));
    }
  });

  it("takes an app's own palette object by its name", () => {
    const mine: Palette = { name: 'mine', label: 'Mine', kind: 'sequential', light: ['#111111', '#222222'], dark: ['#eeeeee', '#dddddd'] };
    const options = { theme: 'dark', palettes: [mine] } as const;
    expect(colorsOf(bucketingOf(ranges(0, 1, 2)), settingsWith({ palette: 'mine' }), options)).toEqual(['#eeeeee', '#dddddd']);
  });

  it('takes the nearest step of own colours, whatever their number, without mixing new ones', () => {
    const palette = { light: ['#100000', '#200000', '#300000', '#400000', '#500000'], dark: ['#ABC'] };
    const settings = settingsWith({ palette });
    expect(colorsOf(bucketingOf(ranges(0, 1, 2, 3)), settings, { theme: 'light' })).toEqual(['#100000', '#300000', '#500000']);
    expect(colorsOf(bucketingOf(ranges(0, 1)), settings, { theme: 'light' })).toEqual(['#300000']);
    expect(new Set(colorsOf(bucketingOf(ranges(...upTo(8))), settings, { theme: 'light' }))).toEqual(new Set(palette.light));
    expect(colorsOf(bucketingOf(ranges(0, 1, 2)), settings, { theme: 'dark' })).toEqual(['#aabbcc', '#aabbcc']);
  });

  it('skips own colours that are none and falls back to the default palette when nothing is left', () => {
    const bucketing = bucketingOf(ranges(0, 1, 2));
    const some = settingsWith({ palette: { light: ['red', '#123456', '#654321'], dark: [] } });
    expect(colorsOf(bucketing, some, { theme: 'light' })).toEqual(['#123456', '#654321']);
    expect(colorsOf(bucketing, some, { theme: 'dark' })).toEqual(['#123456', '#654321']);
    const none = settingsWith({ palette: { light: ['red'], dark: [] } });
    expect(colorsOf(bucketing, none, { theme: 'light' })).toEqual(table('runhue', 'light', 2));
  });

  it("lets a user's own colour of a bucket win, and ignores one that is none", () => {
    const settings = settingsWith({}, { bucketOverrides: { 'range:1': { color: '#00FF00' }, 'range:0': { color: 'lime' }, missing: { color: '#123456' } } });
    const styles = colorBuckets(bucketingOf([...ranges(0, 1, 2, 3), { kind: 'missing' }]), settings, { theme: 'light' });
    const [low, , high] = table('runhue', 'light', 3);
    expect(styles.map(({ color }) => color)).toEqual([low, '#00ff00', high, '#123456']);
    expect(styles[1]?.casing).not.toBeNull();
    expect(styles[3]?.dash).toEqual(missingDash);
  });

  it('uses the high-contrast table instead of the default one when more contrast is asked for', () => {
    const options = { theme: 'dark', contrast: 'more' } as const;
    expect(colorsOf(bucketingOf(ranges(...upTo(8))), defaultColorSettings, options)).toEqual(table('high-contrast', 'dark', 8));
    expect(colorsOf(bucketingOf(ranges(0, 1, 2)), settingsWith({ palette: 'viridis' }), options)).toEqual(table('viridis', 'dark', 2));
  });
});

describe('colorBuckets casing', () => {
  it.each(['classic', 'viridis', 'cividis'])('%s: steps under 3:1 get an edge that stands out from background and colour', (palette) => {
    for (const theme of themes) {
      let cased = 0;
      for (let count = 2; count <= 8; count++) {
        for (const { color, casing } of colorBuckets(bucketingOf(ranges(...upTo(count))), settingsWith({ palette }), { theme })) {
          const alone = Math.min(...themeBackgrounds[theme].map((background) => contrastRatio(color, background)));
          expect(casing === null).toBe(alone >= 3);
          if (casing === null) continue;
          cased += 1;
          expect(contrastRatio(casing, color)).toBeGreaterThanOrEqual(3);
          for (const background of themeBackgrounds[theme]) expect(contrastRatio(casing, background)).toBeGreaterThanOrEqual(3);
        }
      }
      expect(cased).toBeGreaterThan(0);
    }
  });

  it('cases own colours of any kind, grey and extreme ones too', () => {
    const palette = { light: ['#ffffff', '#fafafa', '#bbbbbb', '#00ffff'], dark: ['#000000', '#111418', '#444444', '#0000ff'] };
    for (const theme of themes) {
      for (const { color, casing } of colorBuckets(bucketingOf(ranges(0, 1, 2, 3, 4)), settingsWith({ palette }), { theme })) {
        expect(contrastRatio(casing ?? color, color)).toBeGreaterThanOrEqual(3);
        for (const background of themeBackgrounds[theme]) expect(contrastRatio(casing ?? color, background)).toBeGreaterThanOrEqual(3);
      }
    }
  });
});

describe('colorBuckets around a pivot', () => {
  it('deepens both sides with the distance from the pivot and keeps the middle for a bucket across it', () => {
    const across = colorsOf(bucketingOf(ranges(-3, -1, 1, 3)), settingsWith({}, { pivot: 0 }), { theme: 'light' });
    expect(across).toEqual(table('diverging', 'light', 3));
    const uneven = colorsOf(bucketingOf(ranges(-1, 0, 1, 2, 3)), settingsWith({}, { pivot: 0 }), { theme: 'light' });
    expect(uneven).toEqual(table('diverging', 'light', 6).slice(2));
  });

  it('swaps the sides with reverse', () => {
    const settings = settingsWith({ reverse: true }, { pivot: 0 });
    const colors = colorsOf(bucketingOf(ranges(-1, 0, 1, 2)), settings, { theme: 'dark' });
    expect(colors).toEqual([...table('diverging', 'dark', 4)].reverse().slice(1));
  });

  it.each([-9, 9])('keeps eight buckets apart when all lie on one side of %i', (pivot) => {
    const colors = colorsOf(bucketingOf(ranges(...upTo(8))), settingsWith({}, { pivot }), { theme: 'light' });
    expect(new Set(colors).size).toBe(8);
    for (let i = 1; i < 8; i++) expect(differenceSeen(colors[i - 1] ?? '', colors[i] ?? '', 'normal')).toBeGreaterThan(2);
  });

  it('puts a value at the pivot in the middle', () => {
    const parts = [-1, 0, 1].map((value) => ({ kind: 'value' as const, id: `value:${value}`, lower: value, upper: value, value }));
    expect(colorsOf(bucketingOf(parts), settingsWith({}, { pivot: 0 }), { theme: 'dark' })).toEqual(table('diverging', 'dark', 3));
  });

  it('uses own colours as the two sides', () => {
    const palette = { light: ['#0000aa', '#888888', '#aa0000'], dark: ['#0000aa', '#888888', '#aa0000'] };
    expect(colorsOf(bucketingOf(ranges(-3, -1, 1, 3)), settingsWith({ palette }, { pivot: 0 }), { theme: 'light' })).toEqual(palette.light);
  });
});

describe('colorBuckets on categories', () => {
  it('colours by slot, not by place', () => {
    const colors = colorsOf(bucketingOf(categories(4, 0, 2), { kind: 'category' }), defaultColorSettings, { theme: 'light' });
    expect(colors).toEqual([4, 0, 2].map((slot) => table('categorical', 'light', 12)[slot]));
  });

  it('adds a dash from the ninth slot on and never gives two slots the same colour and dash', () => {
    const slots = Array.from({ length: 36 }, (_, i) => i);
    const styles = colorBuckets(bucketingOf(categories(...slots), { kind: 'category' }), defaultColorSettings, { theme: 'light' });
    expect(styles.map(({ dash }) => dash === null)).toEqual(slots.map((slot) => slot < 8));
    expect(new Set(styles.map(({ color, dash }) => `${color} ${String(dash)}`)).size).toBe(36);
    expect(styles.every(({ dash }) => dash === null || (String(dash) !== String(missingDash) && String(dash) !== String(nonFiniteDash)))).toBe(true);
  });

  it('gives Other and No value colours of their own', () => {
    const bucketing = bucketingOf([...categories(0, 1), { kind: 'other', categoryCount: 7 }, { kind: 'missing' }], { kind: 'category' });
    const styles = colorBuckets(bucketing, defaultColorSettings, { theme: 'dark' });
    expect(styles.slice(2).map(({ color }) => color)).toEqual([otherColors.dark, noValueColors.dark]);
  });

  it('gives ordered categories the sequential table of their number', () => {
    const bucketing = bucketingOf([...categories(null, null, null, null), { kind: 'other', categoryCount: 3 }], { kind: 'category' });
    expect(colorsOf(bucketing, settingsWith({}, { ordered: true }), { theme: 'light' })).toEqual([...table('runhue', 'light', 4), otherColors.light]);
  });

  it('ignores a pivot', () => {
    const bucketing = bucketingOf(categories(null, null, null), { kind: 'category' });
    expect(colorsOf(bucketing, settingsWith({}, { pivot: 0, ordered: true }), { theme: 'light' })).toEqual(table('runhue', 'light', 3));
  });
});
