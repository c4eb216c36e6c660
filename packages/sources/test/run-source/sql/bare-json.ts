/** JSON as Python's json.dumps writes it: with bare NaN and infinities. */
export function jsonWithBareNumbers(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return `[${value.map(jsonWithBareNumbers).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  return `{${Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${jsonWithBareNumbers(item)}`).join(', ')}}`;
}
