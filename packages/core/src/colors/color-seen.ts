import { labOf } from './cielab.js';
import { simulateVision, visions, type Vision } from './color-vision.js';
import { hexOf, linearRgb } from './srgb.js';

/** Ways to look at a palette: every `Vision`, and `grey`, as a print in black and white or no colour vision at all shows it. */
export type View = Vision | 'grey';

/** All of them, ordinary vision first. */
export const views: readonly View[] = [...visions, 'grey'];

/** A `#rrggbb` colour as it looks to someone else, as `#rrggbb`: Machado et al. 2009 in linear light; `grey` keeps only the luminance. */
export function colorSeen(hex: string, view: View): string {
  const rgb = linearRgb(hex);
  if (view !== 'grey') return hexOf(simulateVision(rgb, view));
  const lightness = labOf(rgb)[0];
  const luminance = lightness > 8 ? ((lightness + 16) / 116) ** 3 : lightness / (24389 / 27);
  return hexOf([luminance, luminance, luminance]);
}
