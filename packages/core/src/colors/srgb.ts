/** Red, green and blue in linear light, 0 to 1. */
export type LinearRgb = readonly [number, number, number];

const shortHex = /^#[0-9a-f]{3}$/i;
const longHex = /^#[0-9a-f]{6}$/i;

/** `#rgb` or `#rrggbb` in any case as lower-case `#rrggbb`; null for everything else. */
export function normalizeHex(text: unknown): string | null {
  if (typeof text !== 'string') return null;
  const hex = text.trim().toLowerCase();
  if (longHex.test(hex)) return hex;
  if (!shortHex.test(hex)) return null;
  return `#${Array.from(hex.slice(1), (digit) => digit + digit).join('')}`;
}

/** sRGB decoding (IEC 61966-2-1) of a `#rrggbb` text. */
export function linearRgb(hex: string): LinearRgb {
  return [decode(hex, 1), decode(hex, 3), decode(hex, 5)];
}

/** The nearest `#rrggbb`; channels beyond 0 to 1 are clipped. */
export function hexOf(rgb: LinearRgb): string {
  return `#${rgb.map(encode).join('')}`;
}

function decode(hex: string, at: number): number {
  const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function encode(linear: number): string {
  const clipped = Math.min(1, Math.max(0, linear));
  const channel = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
  return Math.round(channel * 255)
    .toString(16)
    .padStart(2, '0');
}
