import type { JsonObject, JsonValue } from './parse-json.js';

/** True for an object that is neither null nor a list. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for a list of numbers with at least one number in it; null stands for a number that was not logged. */
export function isNumberList(value: JsonValue | undefined): value is (number | null)[] {
  return Array.isArray(value) && value.some((item) => typeof item === 'number') && value.every((item) => typeof item === 'number' || item === null);
}
