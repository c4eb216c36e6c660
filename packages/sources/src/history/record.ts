/** An object without a prototype: keys from files (`__proto__`, `constructor`) are only data in it. */
export function emptyRecord<Value>(): Record<string, Value> {
  return Object.create(null) as Record<string, Value>;
}
