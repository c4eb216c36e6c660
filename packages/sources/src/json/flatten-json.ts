import type { JsonObject, JsonValue } from './parse-json.js';
import { isJsonObject } from './json-shape.js';

/** The leaves of nested objects with their path (`info/learner/loss`), in order; lists are leaves. */
export function flattenJson(object: JsonObject, separator: string): [path: string, leaf: JsonValue][] {
  const leaves: [string, JsonValue][] = [];
  const visit = (branch: JsonObject, prefix: string): void => {
    for (const [key, value] of Object.entries(branch)) {
      if (isJsonObject(value)) visit(value, `${prefix}${key}${separator}`);
      else leaves.push([prefix + key, value]);
    }
  };
  visit(object, '');
  return leaves;
}
