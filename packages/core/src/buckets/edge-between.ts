import { ceilDate, dateResolutions } from './print-date.js';

/**
 * An edge that sends `below` down and `above` up and prints short: the number of fewest digits (or the roundest UTC date) near their
 * middle. Any edge in (below, above] sorts the values alike.
 */
export function edgeBetween(below: number, above: number, type: 'number' | 'date'): number {
  const middle = below / 2 + above / 2;
  const separates = (edge: number): boolean => edge > below && edge <= above;
  if (type === 'date') {
    const dates = dateResolutions.map((resolution) => ceilDate(middle, resolution));
    return dates.find(separates) ?? above;
  }
  for (let digits = 1; digits <= 17; digits += 1) {
    const edge = Number(middle.toPrecision(digits));
    if (separates(edge)) return edge + 0;
  }
  return above;
}
