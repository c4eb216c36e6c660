import { oklabOf, rgbOfOklab } from './oklab.js';
import { hexOf, linearRgb } from './srgb.js';

/** Steps of a continuous ramp. */
const rampSize = 256;

const ramps = new WeakMap<readonly string[], readonly string[]>();

/** 256 colours through the given ones, evenly spaced, interpolated in OKLab; made once per list. */
export function rampThrough(colors: readonly string[]): readonly string[] {
  let ramp = ramps.get(colors);
  if (!ramp) {
    const stops = colors.map((hex) => oklabOf(linearRgb(hex)));
    ramp = Array.from({ length: rampSize }, (_, i) => {
      const at = (i / (rampSize - 1)) * (stops.length - 1);
      const from = stops[Math.floor(at)] ?? [0, 0, 0];
      const to = stops[Math.ceil(at)] ?? from;
      const mix = (low: number, high: number): number => low + (high - low) * (at - Math.floor(at));
      return hexOf(rgbOfOklab([mix(from[0], to[0]), mix(from[1], to[1]), mix(from[2], to[2])]));
    });
    ramps.set(colors, ramp);
  }
  return ramp;
}

/** `count` evenly spaced colours of the ramp, both ends included. */
export function sampleRamp(colors: readonly string[], count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => rampColor(colors, count === 1 ? 0.5 : i / (count - 1)));
}

/** The ramp's colour at t, 0 (low) to 1 (high); beyond is the end's colour. */
export function rampColor(colors: readonly string[], t: number): string {
  const index = Math.round(Math.min(1, Math.max(0, t)) * (rampSize - 1));
  return rampThrough(colors)[index] ?? '#000000';
}
