import { colorSeen, contrastRatio, differenceSeen, originalStyle, palettes, views } from '@runhue/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const colors = fc.integer({ min: 0, max: 0xffffff }).map((rgb) => `#${rgb.toString(16).padStart(6, '0')}`);

describe('colorSeen', () => {
  it('leaves colours as they are for ordinary vision', () => {
    fc.assert(
      fc.property(colors, (color) => {
        expect(colorSeen(color, 'normal')).toBe(color);
      }),
    );
  });

  it('shows two colours as far apart as differenceSeen says', () => {
    for (const view of ['protan', 'deutan', 'tritan'] as const) {
      const seen = differenceSeen(colorSeen('#c14c00', view), colorSeen('#b0001e', view), 'normal');
      expect(seen).toBeCloseTo(differenceSeen('#c14c00', '#b0001e', view), 0);
    }
  });

  it('turns every colour into the grey of the same luminance', () => {
    fc.assert(
      fc.property(colors, (color) => {
        const grey = colorSeen(color, 'grey');
        expect(new Set([grey.slice(1, 3), grey.slice(3, 5), grey.slice(5, 7)]).size).toBe(1);
        expect(contrastRatio(grey, '#000000') / contrastRatio(color, '#000000')).toBeCloseTo(1, 1);
      }),
    );
  });

  it('names ordinary vision first and grey last', () => {
    expect(views).toEqual(['normal', 'protan', 'deutan', 'tritan', 'grey']);
  });
});

describe('originalStyle with a palette', () => {
  it('takes the slots of the categorical palette of that name, of the kit or the app', () => {
    const okabe = palettes.find(({ name }) => name === 'okabe-ito');
    const mine = { name: 'mine', label: 'Mine', kind: 'categorical', light: ['#aa0000', '#00aa00'], dark: ['#ff0000', '#00ff00'] } as const;
    for (const id of ['a', 'b', 'c', 'd']) {
      expect(okabe?.light).toContain(originalStyle(id, { theme: 'light', palette: 'okabe-ito' }).color);
      expect(mine.dark).toContain(originalStyle(id, { theme: 'dark', palette: 'mine', palettes: [mine] }).color);
    }
  });

  it('falls back to the kit’s own slots for a name that is unknown or names another kind', () => {
    const own = originalStyle('a', { theme: 'light' });
    for (const palette of ['gone', 'viridis']) expect(originalStyle('a', { theme: 'light', palette })).toEqual(own);
  });
});
