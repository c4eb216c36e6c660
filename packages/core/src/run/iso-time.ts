const isoTime =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?(Z|[+-]\d{2}(?::?\d{2})?))?)?$/i;

/**
 * Seconds since the epoch for an ISO 8601 date or date with time, else null. A text without an offset is read as UTC,
 * so that the answer is the same on every machine; days that no calendar has (`2026-02-30`) are refused.
 */
export function parseIsoTime(text: string): number | null {
  const match = isoTime.exec(text.trim());
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number, number, number, number, number, number,
  ];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1) return null;
  const fraction = match[7] === undefined ? 0 : Number(`0.${match[7]}`);
  const offset = parseOffset(match[8]);
  return offset === null ? null : date.getTime() / 1000 + (hour * 60 + minute - offset) * 60 + second + fraction;
}

/** Minutes east of UTC. */
function parseOffset(text: string | undefined): number | null {
  if (text === undefined || text.toUpperCase() === 'Z') return 0;
  const digits = text.slice(1).replace(':', '');
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2) || 0);
  if (hours > 23 || minutes > 59) return null;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
