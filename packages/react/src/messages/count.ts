import { fill } from './fill.js';

/** "1 run" or "64 runs": the wording for one, or for every other count. */
export function count(one: string, many: string, number: number, locale: string): string {
  return fill(number === 1 ? one : many, { count: number }, locale);
}
