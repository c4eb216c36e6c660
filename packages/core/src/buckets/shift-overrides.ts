import type { KeySettings } from '../settings/color-settings.js';

/**
 * A Key's bucket overrides after a range came (`by` 1) or went (`by` −1) at a place: those of the ranges from there on move along, so that
 * names and colours stay with their ranges. Nothing where nothing is overridden.
 */
export function overridesAround({ bucketOverrides }: KeySettings, from: number, by: 1 | -1): Pick<KeySettings, 'bucketOverrides'> {
  if (!bucketOverrides) return {};
  const moved = Object.entries(bucketOverrides).flatMap(([id, override]) => {
    const place = /^range:(\d+)$/.exec(id)?.[1];
    if (place === undefined || Number(place) < from) return [[id, override] as const];
    if (by < 0 && Number(place) === from) return [];
    return [[`range:${Number(place) + by}`, override] as const];
  });
  return { bucketOverrides: Object.fromEntries(moved) };
}
