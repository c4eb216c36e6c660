import { chooseEdgeFormat, formatEdge, type Bucketing } from '@runhue/core';

/** An edge or end as a text field shows it: with the legend's digits, ungrouped; a date as ISO 8601 in UTC. */
export function endText(value: number, { column, edgeFormat }: Bucketing): string {
  if (column.type === 'date') return isoText(value);
  return edgeFormat === null ? String(value) : formatEdge(value, edgeFormat).replaceAll(',', '');
}

/** Some ends of a domain as a sentence shows them, alike. */
export function printEnds(ends: readonly number[], { column, domain }: Bucketing, locale: string): string[] {
  const type = column.type === 'date' ? 'date' : 'number';
  const format = chooseEdgeFormat(ends.toSorted((a, b) => a - b), { type, domain });
  return ends.map((end) => formatEdge(end, format, locale));
}

function isoText(time: number): string {
  const date = new Date(Math.round(time * 1000));
  if (Number.isNaN(date.getTime())) return String(time);
  return date.toISOString().replace(/(:00)?\.000Z$/, '').replace('T00:00', '').replace(/Z$/, '').replace('T', ' ');
}
