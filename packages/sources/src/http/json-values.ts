/** A field of a JSON object, or undefined; inherited properties are none. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as { readonly [name: string]: unknown })[name] : undefined;
}

export function listField(value: unknown, name: string): readonly unknown[] {
  const list = field(value, name);
  return Array.isArray(list) ? list : [];
}

/** A text, or a number as text; null for anything else. */
export function textField(value: unknown, name: string): string | null {
  const text = field(value, name);
  return typeof text === 'string' ? text : typeof text === 'number' ? String(text) : null;
}

/** An int64, which newer servers send as a number and older ones as a string; null when it is neither. */
export function integerField(value: unknown, name: string): number | null {
  const integer = field(value, name);
  if (typeof integer === 'number') return Number.isFinite(integer) ? integer : null;
  return typeof integer === 'string' && /^-?\d{1,20}$/.test(integer) ? Number(integer) : null;
}

/** A number, or one of the texts "NaN", "Infinity" and "-Infinity" that stand for it in JSON (protobuf's mapping); else null. */
export function jsonNumber(value: unknown): number | null {
  if (typeof value === 'string') return numberWords.get(value) ?? null;
  return typeof value === 'number' ? value : null;
}

const numberWords = new Map([
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
]);
