import { linearRgb } from './srgb.js';

/** WCAG 2.2 contrast ratio of two `#rrggbb` texts, 1 to 21; lines need 3 against their background (1.4.11). */
export function contrastRatio(first: string, second: string): number {
  const a = relativeLuminance(first);
  const b = relativeLuminance(second);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The lowest contrast ratio of a colour with any of the backgrounds. */
export function lowestContrast(hex: string, backgrounds: readonly string[]): number {
  return Math.min(...backgrounds.map((background) => contrastRatio(hex, background)));
}

/** WCAG 2.2 relative luminance of a `#rrggbb` text, 0 (black) to 1 (white). */
function relativeLuminance(hex: string): number {
  const [red, green, blue] = linearRgb(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
