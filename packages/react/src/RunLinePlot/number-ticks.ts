import { straighten } from './pixel-axis.js';

const mantissas = [0.5, 1, 2, 2.5, 5, 10, 20];

/** The step, out of 1, 2, 2.5 and 5 × 10ᵏ, that puts four to six ticks (as near to five as can be) between two values. */
export function niceStep(lower: number, upper: number, smallest = 0): number {
  return bestStep(upper - lower, smallest, (step) => Math.abs(Math.log((multiplesWithin(lower, upper, step).length || 0.1) / 5)));
}

/** The step for an axis that is widened to it: four to six ticks, and as little room beyond the values as that allows. */
export function niceWideStep(lower: number, upper: number): number {
  return bestStep(upper - lower, 0, (step) => {
    const [first, last] = widenTo(lower, upper, step);
    const intervals = Math.round((last - first) / step);
    const beyond = Math.max(0, 3 - intervals, intervals - 5);
    return beyond * 10 + (last - first) / (upper - lower) + Math.abs(intervals - 4) / 10;
  });
}

function bestStep(span: number, smallest: number, badness: (step: number) => number): number {
  const power = 10 ** Math.floor(Math.log10(span / 5));
  const steps = mantissas
    .map((mantissa) => mantissa * power)
    .filter((step) => step > 0 && (smallest === 0 || (step >= smallest && Number.isInteger(step / smallest))));
  return steps.reduce((best, step) => (badness(step) < badness(best) ? step : best), steps[0] ?? (smallest || span));
}

/** Multiples of `step` within [lower, upper], without float noise. */
export function multiplesWithin(lower: number, upper: number, step: number): number[] {
  const first = Math.ceil(lower / step - 1e-6);
  const last = Math.floor(upper / step + 1e-6);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => cleanMultiple(first + i, step));
}

/** [lower, upper] widened to multiples of `step`. */
export function widenTo(lower: number, upper: number, step: number): [number, number] {
  return [cleanMultiple(Math.floor(lower / step + 1e-6), step), cleanMultiple(Math.ceil(upper / step - 1e-6), step)];
}

function cleanMultiple(count: number, step: number): number {
  const value = Number((count * step).toPrecision(14));
  return value === 0 ? 0 : value;
}

/** Ticks of a log axis: powers of ten over several decades, 1-2-5 steps over few, plain steps within less than one. */
export function logTicks(lower: number, upper: number): number[] {
  const decades = Math.log10(upper / lower);
  if (decades < 0.7) return multiplesWithin(lower, upper, niceStep(lower, upper)).filter((tick) => tick > 0);
  if (decades >= 3) return powersOfTen(lower, upper, Math.ceil(decades / 5.5));
  const inner = decades < 1.7 ? [1, 2, 5] : [1, 3];
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(lower)); power <= Math.ceil(Math.log10(upper)); power++) {
    for (const mantissa of inner) ticks.push(Number(`${mantissa}e${power}`));
  }
  return ticks.filter((tick) => tick >= lower && tick <= upper);
}

function powersOfTen(lower: number, upper: number, stride: number): number[] {
  const ticks: number[] = [];
  const first = Math.ceil(Math.log10(lower) - 1e-9);
  for (let power = first; power <= Math.log10(upper) + 1e-9; power++) {
    if ((power - first) % stride === 0) ticks.push(Number(`1e${power}`));
  }
  return ticks;
}

/** Ticks of a symlog axis: zero and powers of ten on either side, as many as lie well apart. */
export function symlogTicks(lower: number, upper: number, constant: number): number[] {
  const straight = straighten({ kind: 'symlog', constant });
  const apart = (straight(upper) - straight(lower)) / 6.5;
  const reach = Math.max(Math.abs(lower), Math.abs(upper));
  const candidates = [0];
  for (let power = Math.floor(Math.log10(reach) + 1e-6); power >= Math.floor(Math.log10(constant)); power--) {
    candidates.push(Number(`1e${power}`), -Number(`1e${power}`));
  }
  const ticks: number[] = [];
  for (const tick of candidates) {
    const free = ticks.every((other) => Math.abs(straight(other) - straight(tick)) >= apart);
    if (free && tick >= lower && tick <= upper) ticks.push(tick);
  }
  return ticks.sort((a, b) => a - b);
}
