import { compareNatural, type RunColumn } from '@runhue/core';

/** Per place a number in whose order the values stand (`compareNatural`), equal for equal values; NaN where there is none. */
export function naturalRanks(column: RunColumn): Float64Array {
  if (!('categoryIds' in column)) return column.values;
  const { values, nonFinite } = column;
  const valueAt = (place: number): string | number | boolean | null => {
    const infinite = nonFinite?.[place] ?? 0;
    return values[place] ?? (infinite === 0 ? null : infinite);
  };
  const ranks = new Float64Array(values.length);
  const rankOf = new Map<string | number | boolean | null, number>([[null, NaN]]);
  for (let place = 0; place < ranks.length; place += 1) rankOf.set(valueAt(place), NaN);
  const distinct = [...rankOf.keys()].filter((value) => value !== null).sort(compareNatural);
  distinct.forEach((value, rank) => rankOf.set(value, rank));
  for (let place = 0; place < ranks.length; place += 1) ranks[place] = rankOf.get(valueAt(place)) ?? NaN;
  return ranks;
}
