import { RunhueError } from '@runhue/core';
import { emptyRecord } from '../history/record.js';

/** What JSON text holds. Objects have no prototype, so that `__proto__` is a key like others. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;
export type JsonObject = { [key: string]: JsonValue };

const deepest = 64;
const number = /-?(?:Infinity|\d+(?:\.\d*)?(?:[eE][+-]?\d+)?)/y;
const words = new Map<string, JsonValue>([['true', true], ['false', false], ['null', null], ['NaN', NaN]]);

/**
 * Reads JSON as trackers write it: with bare `NaN`, `Infinity` and `-Infinity`, which `JSON.parse` refuses. Throws a `RunhueError` with
 * line and column where the text is no JSON, or is nested deeper than 64 levels.
 */
export function parseJson(text: string): JsonValue {
  let at = 0;

  const fail = (reason: string): never => {
    const before = text.slice(0, at);
    const line = before.split('\n').length;
    throw new RunhueError(`${reason} at line ${line}, column ${at - before.lastIndexOf('\n')}`);
  };

  const skipSpace = (): void => {
    for (let code = text.charCodeAt(at); code === 32 || code === 10 || code === 13 || code === 9; code = text.charCodeAt(at)) at += 1;
  };

  const readString = (): string => {
    let end = text.indexOf('"', at + 1);
    while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
    if (end < 0) return fail('A string is not closed');
    const raw = text.slice(at + 1, end);
    if (!raw.includes('\\')) {
      at = end + 1;
      return raw;
    }
    try {
      const value = JSON.parse(`"${raw}"`) as string;
      at = end + 1;
      return value;
    } catch {
      return fail('A string has an escape that is unknown');
    }
  };

  const readArray = (depth: number): JsonValue[] => {
    const items: JsonValue[] = [];
    at += 1;
    skipSpace();
    if (text[at] === ']') at += 1;
    else {
      for (;;) {
        items.push(readValue(depth));
        if (endOf(']')) break;
      }
    }
    return items;
  };

  const readObject = (depth: number): JsonObject => {
    const object = emptyRecord<JsonValue>();
    at += 1;
    skipSpace();
    if (text[at] === '}') at += 1;
    else {
      for (;;) {
        skipSpace();
        if (text[at] !== '"') fail('A key was expected');
        const key = readString();
        skipSpace();
        if (text[at] !== ':') fail('":" was expected');
        at += 1;
        object[key] = readValue(depth);
        if (endOf('}')) break;
      }
    }
    return object;
  };

  /** After an item: true at the closing bracket, false after a comma. */
  const endOf = (bracket: string): boolean => {
    skipSpace();
    const character = text[at];
    if (character !== ',' && character !== bracket) fail(`"," or "${bracket}" was expected`);
    at += 1;
    return character === bracket;
  };

  const readValue = (depth: number): JsonValue => {
    if (depth > deepest) fail(`Values are nested deeper than ${deepest} levels`);
    skipSpace();
    const character = text[at];
    if (character === '"') return readString();
    if (character === '[') return readArray(depth + 1);
    if (character === '{') return readObject(depth + 1);
    number.lastIndex = at;
    const digits = number.exec(text)?.[0];
    if (digits !== undefined) {
      at += digits.length;
      return Number(digits);
    }
    for (const [word, value] of words) {
      if (text.startsWith(word, at)) {
        at += word.length;
        return value;
      }
    }
    return fail('A value was expected');
  };

  const value = readValue(0);
  skipSpace();
  if (at < text.length) fail('Text follows the value');
  return value;
}

function isEscaped(text: string, quote: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(quote - 1 - backslashes) === 92) backslashes += 1;
  return backslashes % 2 === 1;
}
