import { checkPalette, paletteColors, palettes, themeBackgrounds, type Palette } from '@runhue/core';
import { describe, expect, it } from 'vitest';

const codes = (...args: Parameters<typeof checkPalette>): string[] => checkPalette(...args).map(({ code }) => code);

describe('checkPalette', () => {
  it('finds nothing wrong with the default palette on its own backgrounds', () => {
    for (const theme of ['light', 'dark'] as const) {
      const colors = paletteColors(palettes[0] as Palette, theme, 8);
      expect(checkPalette(colors, themeBackgrounds[theme])).toEqual([]);
    }
  });

  it('warns of each colour under 3:1, with the ratio on the worst background', () => {
    const warnings = checkPalette(['#ffff00', '#c98000', '#33006f'], ['#ffffff', '#000000']);
    expect(warnings.map(({ code, params }) => [code, params['color'], params['contrast']])).toEqual([
      ['low-contrast', '#ffff00', '1.07'],
      ['low-contrast', '#33006f', '1.37'],
    ]);
    expect(warnings[0]?.message).toContain('#ffff00');
  });

  it('warns of neighbours that a colour vision deficiency cannot tell apart', () => {
    const redGreen = checkPalette(['#aa5500', '#7a6a00'], '#ffffff');
    expect(redGreen.map(({ code, params }) => [code, params['vision']])).toContainEqual(['close-colors', 'protan']);
  });

  it('compares every pair of a categorical list and only neighbours of an ordered one', () => {
    const colors = ['#8a0051', '#00a567', '#8a0052'];
    expect(codes(colors, '#ffffff', 'categorical')).toEqual(['close-colors']);
    expect(codes(colors, '#ffffff', 'diverging')).toEqual([]);
  });

  it('warns when lightness goes up and down', () => {
    expect(codes(['#33006f', '#c98000', '#910053'], '#ffffff')).toEqual(['lightness-not-monotone']);
    expect(codes(['#33006f', '#c98000', '#910053'], '#ffffff', 'categorical')).toEqual([]);
  });

  it('names what is no colour and checks the rest', () => {
    const warnings = checkPalette(['red', '#33006F'], 'white');
    expect(warnings.map(({ code, params }) => [code, params['color']])).toEqual([
      ['invalid-color', 'red'],
      ['invalid-color', 'white'],
    ]);
    expect(checkPalette([], [])).toEqual([]);
  });
});
