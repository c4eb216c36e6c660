/** What of the colour bar is moved: an end, or the range between. */
export type ColorBarPart = 'lower' | 'upper' | 'band';

type Range = readonly [number, number];

/** Where a value is along the domain, 0 to 1; halved first, so that no finite domain overflows. */
export function placeIn([low, high]: Range, value: number): number {
  if (!(low < high)) return 0;
  return Math.min(1, Math.max(0, (value / 2 - low / 2) / (high / 2 - low / 2)));
}

/** The value at a place of the domain; its ends exactly. */
function valueAt([low, high]: Range, place: number): number {
  if (place <= 0) return low;
  return place >= 1 ? high : low * (1 - place) + high * place;
}

/** The kept range after a move by a share of the bar: an end stops at the other one, the band keeps its length. */
export function movedRange(kept: Range, part: ColorBarPart, by: number, domain: Range): Range {
  const [lower, upper] = [placeIn(domain, kept[0]), placeIn(domain, kept[1])];
  if (part === 'lower') return [valueAt(domain, Math.min(lower + by, upper)), kept[1]];
  if (part === 'upper') return [kept[0], valueAt(domain, Math.max(upper + by, lower))];
  const shift = Math.min(1 - upper, Math.max(-lower, by));
  return [valueAt(domain, lower + shift), valueAt(domain, upper + shift)];
}
