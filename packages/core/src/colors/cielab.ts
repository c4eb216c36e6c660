import type { LinearRgb } from './srgb.js';

/** CIE 1976 L*a*b* under D65: lightness 0 to 100, green–red, blue–yellow. */
export type Lab = readonly [lightness: number, a: number, b: number];

const white = [0.95047, 1, 1.08883] as const;

/** Linear sRGB to CIELAB. */
export function labOf([red, green, blue]: LinearRgb): Lab {
  const x = curve((0.4123908 * red + 0.3575843 * green + 0.1804808 * blue) / white[0]);
  const y = curve((0.212639 * red + 0.7151687 * green + 0.0721923 * blue) / white[1]);
  const z = curve((0.0193308 * red + 0.1191948 * green + 0.9505322 * blue) / white[2]);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function curve(t: number): number {
  return t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116;
}
