import { parseIsoTime } from '../run/iso-time.js';
import { isDecimalText, parseNumber } from '../run/parse-number.js';
import { categoryIdOf, type ConfigLeaf } from './config-leaf.js';
import type { KeyType } from './key-entry.js';

/** What the values of one config key have shown so far: enough to tell its type and whether it varies. */
export interface ValueProfile {
  add(leaf: ConfigLeaf): void;
  /** How many values were added. */
  readonly count: number;
  /**
   * `number` when every value is a number or spells one, `date` when every value is an ISO 8601 text, `boolean` when every value is
   * one, `category` for text or lists throughout, else `mixed`. NaN is no value and decides nothing; alone it is a number.
   */
  type(): KeyType;
  /** True when two values differ as values of that type; NaN is no value. */
  varies(): boolean;
}

export function createValueProfile(): ValueProfile {
  const kinds = new Set<string>();
  const categories = createVariation();
  const numbers = createVariation();
  const times = createVariation();
  let areNumbers = true;
  let areTimes = true;
  let hasDecimal = false;
  let count = 0;

  const type = (): KeyType => {
    if (kinds.size === 0) return count === 0 ? 'category' : 'number';
    if (areNumbers && hasDecimal) return 'number';
    if (areTimes) return 'date';
    if (kinds.size > 1) return 'mixed';
    return kinds.has('boolean') ? 'boolean' : 'category';
  };

  return {
    add(leaf) {
      count += 1;
      if (Number.isNaN(leaf)) return;
      kinds.add(typeof leaf);
      areNumbers &&= numberOf(leaf) !== null;
      areTimes &&= typeof leaf === 'string' && parseIsoTime(leaf) !== null;
      hasDecimal ||= typeof leaf === 'number' || (areNumbers && typeof leaf === 'string' && isDecimalText(leaf));
      if (areNumbers) numbers.add(numberOf(leaf));
      if (areTimes && typeof leaf === 'string') times.add(parseIsoTime(leaf));
      if (!categories.varies()) categories.add(categoryIdOf(leaf));
    },
    get count() {
      return count;
    },
    type,
    varies() {
      const found = type();
      if (found === 'number') return numbers.varies();
      return found === 'date' ? times.varies() : categories.varies();
    },
  };
}

/** The number that a value is or spells; null when it does neither. */
export function numberOf(leaf: ConfigLeaf): number | null {
  if (typeof leaf === 'number') return leaf;
  return typeof leaf === 'string' ? parseNumber(leaf) : null;
}

/** Remembers the first value and whether another one came; null and NaN are no values. */
export function createVariation(): { add(value: number | string | null): void; varies(): boolean } {
  let first: number | string | null = null;
  let differs = false;
  return {
    add(value) {
      if (value === null || Number.isNaN(value)) return;
      if (first === null) first = value;
      else if (first !== value) differs = true;
    },
    varies: () => differs,
  };
}
