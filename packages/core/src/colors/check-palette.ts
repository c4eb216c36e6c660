import { lowestContrast } from './contrast.js';
import { differenceSeen, labSeen } from './color-difference.js';
import { visions, type Vision } from './color-vision.js';
import type { Palette } from './palette.js';
import { normalizeHex } from './srgb.js';

/** What an app should know about a palette of its own; `message` is English, `params` feed a translation. */
export interface PaletteWarning {
  readonly code: 'invalid-color' | 'low-contrast' | 'close-colors' | 'lightness-not-monotone';
  readonly message: string;
  readonly params: { readonly [name: string]: string | number };
}

/** Neighbours closer than this, in ΔE2000, are hard to tell apart on thin lines: the shipped tables' floor for eight steps. */
const closestNeighbours = 6;

/**
 * Checks an app's own colours, low to high, against the backgrounds they are drawn on: 3:1 contrast (WCAG 1.4.11), neighbours at least
 * ΔE2000 6 apart and lightness that only rises or only falls, for ordinary, protan, deutan and tritan vision. A `categorical` list has no
 * order: every pair is compared, lightness is free. Returns an empty list when all is well; never throws.
 */
export function checkPalette(
  colors: readonly string[],
  backgrounds: string | readonly string[],
  kind: Palette['kind'] = 'sequential',
): PaletteWarning[] {
  const valid = colors.map(normalizeHex).filter((hex) => hex !== null);
  const surfaces = (typeof backgrounds === 'string' ? [backgrounds] : backgrounds)
    .map(normalizeHex)
    .filter((hex) => hex !== null);
  return [
    ...invalidColors([...colors, ...(typeof backgrounds === 'string' ? [backgrounds] : backgrounds)]),
    ...lowContrasts(valid, surfaces),
    ...closeColors(valid, kind),
    ...(kind === 'sequential' ? unevenLightness(valid) : []),
  ];
}

function invalidColors(colors: readonly string[]): PaletteWarning[] {
  return colors
    .filter((color) => normalizeHex(color) === null)
    .map((color) => ({
      code: 'invalid-color',
      message: `"${color}" is not a colour this palette can use; write it as #rrggbb.`,
      params: { color },
    }));
}

function lowContrasts(colors: readonly string[], backgrounds: readonly string[]): PaletteWarning[] {
  return colors.flatMap((color): PaletteWarning[] => {
    const contrast = lowestContrast(color, backgrounds);
    if (contrast >= 3) return [];
    const ratio = (Math.floor(contrast * 100) / 100).toFixed(2);
    return [
      {
        code: 'low-contrast',
        message: `${color} has a contrast of ${ratio}:1 with its background; lines need 3:1, so it is drawn with a casing.`,
        params: { color, contrast: ratio },
      },
    ];
  });
}

function closeColors(colors: readonly string[], kind: Palette['kind']): PaletteWarning[] {
  return colors.flatMap((first, i) => {
    const others = kind === 'categorical' ? colors.slice(i + 1) : colors.slice(i + 1, i + 2);
    return others.flatMap((second): PaletteWarning[] => {
      const { vision, difference } = closest(first, second);
      if (difference >= closestNeighbours) return [];
      const shown = (Math.floor(difference * 10) / 10).toFixed(1);
      return [
        {
          code: 'close-colors',
          message: `${first} and ${second} are only ΔE ${shown} apart for ${vision} vision; ${closestNeighbours} keeps thin lines apart.`,
          params: { first, second, vision, difference: shown },
        },
      ];
    });
  });
}

function closest(first: string, second: string): { vision: Vision; difference: number } {
  return visions
    .map((vision) => ({ vision, difference: differenceSeen(first, second, vision) }))
    .reduce((least, seen) => (seen.difference < least.difference ? seen : least));
}

function unevenLightness(colors: readonly string[]): PaletteWarning[] {
  const uneven = visions.filter((vision) => {
    const lightness = colors.map((hex) => labSeen(hex, vision)[0]);
    const signs = lightness.slice(1).map((value, i) => Math.sign(value - (lightness[i] ?? value)));
    return signs.some((sign) => sign === 0 || sign !== signs[0]);
  });
  if (uneven.length === 0) return [];
  const seenBy = uneven.join(', ');
  return [
    {
      code: 'lightness-not-monotone',
      message: `Lightness goes up and down along the palette for ${seenBy} vision; order the colours from light to dark or dark to light.`,
      params: { visions: seenBy },
    },
  ];
}
