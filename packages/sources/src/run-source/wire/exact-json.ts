import { RunSourceError } from '@runhue/core';

/** What JSON text gives. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const mark = '\u0000';
const words: ReadonlyMap<string, number> = new Map([
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
  ['-0', -0],
]);

/**
 * JSON in which every number and text is read back as it was: NaN, ±Infinity and -0 are texts that start with U+0000 (`"\u0000NaN"`), and a text
 * that starts with U+0000 gets another one before it. Fields that are undefined are left out.
 */
export function exactJson(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) => {
    if (typeof item === 'number' && (!Number.isFinite(item) || Object.is(item, -0))) return mark + (item === 0 ? '-0' : String(item));
    return typeof item === 'string' && item.startsWith(mark) ? mark + item : item;
  });
}

/** Reads `exactJson`. Throws a RunSourceError `garbled` for text that is no JSON or is nested deeper than `maxDepth`. */
export function parseExactJson(text: string, maxDepth: number): Json {
  const depth = jsonDepth(text);
  if (depth > maxDepth) throw new RunSourceError('garbled', `JSON is nested ${depth} levels deep; at most ${maxDepth} are read.`);
  try {
    const value = JSON.parse(text) as Json;
    return text.includes(escapedMark) ? withoutMarks(value) : value;
  } catch (error) {
    if (error instanceof RunSourceError) throw error;
    throw new RunSourceError('garbled', `No JSON: "${text.slice(0, 40)}"${text.length > 40 ? ' …' : ''}.`, { cause: error });
  }
}

/** The one way to write U+0000 in JSON text. */
const escapedMark = '\\u0000';

function withoutMarks(value: Json): Json {
  if (typeof value === 'string') {
    if (!value.startsWith(mark)) return value;
    const rest = value.slice(1);
    if (rest.startsWith(mark)) return rest;
    const number = words.get(rest);
    if (number === undefined) throw new RunSourceError('garbled', `"${rest.slice(0, 20)}" stands for no number.`);
    return number;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(withoutMarks);
  // fromEntries defines own properties, so a key `__proto__` stays a mere key.
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutMarks(item)]));
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}

/** How deep brackets nest outside of strings, found without recursion and before anything is parsed. */
function jsonDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 92) at += 1;
      else if (code === 34) inString = false;
    } else if (code === 34) inString = true;
    else if (code === 123 || code === 91) deepest = Math.max(deepest, ++depth);
    else if (code === 125 || code === 93) depth -= 1;
  }
  return deepest;
}
