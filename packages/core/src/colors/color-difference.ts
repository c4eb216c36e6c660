import { labOf, type Lab } from './cielab.js';
import { simulateVision, type Vision } from './color-vision.js';
import { linearRgb } from './srgb.js';

/** A `#rrggbb` colour in CIELAB, as a person with that vision sees it. */
export function labSeen(hex: string, vision: Vision): Lab {
  return labOf(simulateVision(linearRgb(hex), vision));
}

/** ΔE2000 of two `#rrggbb` colours for that vision. */
export function differenceSeen(first: string, second: string, vision: Vision): number {
  return ciede2000(labSeen(first, vision), labSeen(second, vision));
}

const power7 = (value: number): number => value ** 7 / (value ** 7 + 25 ** 7);
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** CIEDE2000 (Sharma, Wu and Dalal 2005) with kL = kC = kH = 1: 0 is equal, about 1 just noticeable on large patches. */
export function ciede2000([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
  const stretch = 1 + 0.5 * (1 - Math.sqrt(power7((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2)));
  const c1 = Math.hypot(a1 * stretch, b1);
  const c2 = Math.hypot(a2 * stretch, b2);
  const h1 = hue(a1 * stretch, b1);
  const h2 = hue(a2 * stretch, b2);

  const grey = c1 * c2 === 0;
  const turn = grey ? 0 : wrapped(h2 - h1);
  const deltaL = l2 - l1;
  const deltaC = c2 - c1;
  const deltaH = 2 * Math.sqrt(c1 * c2) * Math.sin(radians(turn / 2));

  const meanL = (l1 + l2) / 2;
  const meanC = (c1 + c2) / 2;
  const meanH = grey ? h1 + h2 : meanHue(h1, h2);
  const t =
    1 -
    0.17 * Math.cos(radians(meanH - 30)) +
    0.24 * Math.cos(radians(2 * meanH)) +
    0.32 * Math.cos(radians(3 * meanH + 6)) -
    0.2 * Math.cos(radians(4 * meanH - 63));
  const l = deltaL / (1 + (0.015 * (meanL - 50) ** 2) / Math.sqrt(20 + (meanL - 50) ** 2));
  const c = deltaC / (1 + 0.045 * meanC);
  const h = deltaH / (1 + 0.015 * meanC * t);
  const rotation = -2 * Math.sqrt(power7(meanC)) * Math.sin(radians(60 * Math.exp(-(((meanH - 275) / 25) ** 2))));
  return Math.sqrt(l * l + c * c + h * h + rotation * c * h);
}

function hue(a: number, b: number): number {
  const degrees = (Math.atan2(b, a) * 180) / Math.PI;
  return degrees < 0 ? degrees + 360 : degrees;
}

function wrapped(degrees: number): number {
  if (degrees > 180) return degrees - 360;
  return degrees < -180 ? degrees + 360 : degrees;
}

function meanHue(h1: number, h2: number): number {
  const sum = h1 + h2;
  if (Math.abs(h1 - h2) <= 180) return sum / 2;
  return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
}
