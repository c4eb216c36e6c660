import type { Theme } from './bucket-style.js';
import { contrastRatio, lowestContrast } from './contrast.js';
import { oklabOf, rgbOfOklab, type Oklab } from './oklab.js';
import { hexOf, linearRgb } from './srgb.js';
import { themeBackgrounds } from './theme-colors.js';

const towardsBackground = 4.5;
const towardsColor = 3.1;
const casings = new Map<string, string | null>();

/**
 * The edge to draw on both sides of a colour that does not reach `lowest` : 1 on its theme's backgrounds (W3C technique G209),
 * or null when it does. Of the same hue, darker on light and lighter on dark backgrounds, just far enough to stand out
 * 4.5:1 from the background and 3.1:1 from the colour, so each step of a palette gets its own.
 */
export function casingFor(color: string, theme: Theme, lowest = 3): string | null {
  const id = `${color} ${theme} ${lowest}`;
  let casing = casings.get(id);
  if (casing === undefined) {
    casing = lowestContrast(color, themeBackgrounds[theme]) >= lowest ? null : edgeOf(color, theme);
    casings.set(id, casing);
  }
  return casing;
}

function edgeOf(color: string, theme: Theme): string {
  const [lightness, a, b] = oklabOf(linearRgb(color));
  const mute = Math.min(1, 0.1 / Math.max(Math.hypot(a, b), 1e-6));
  const step = theme === 'light' ? -0.01 : 0.01;
  for (let at = lightness; at >= 0 && at <= 1; at += step) {
    const edge = inGamut([at, a * mute, b * mute]);
    if (contrastRatio(edge, color) >= towardsColor && lowestContrast(edge, themeBackgrounds[theme]) >= towardsBackground) {
      return edge;
    }
  }
  return theme === 'light' ? '#000000' : '#ffffff';
}

function inGamut([lightness, a, b]: Oklab): string {
  for (let chroma = 1; chroma > 0; chroma -= 0.1) {
    const rgb = rgbOfOklab([lightness, a * chroma, b * chroma]);
    if (rgb.every((channel) => channel >= 0 && channel <= 1)) return hexOf(rgb);
  }
  return hexOf(rgbOfOklab([lightness, 0, 0]));
}
