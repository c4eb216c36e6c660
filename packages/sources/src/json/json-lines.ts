import { RunhueError } from '@runhue/core';
import type { ReadContext } from '../run-format.js';
import type { SourceFile } from '../source-file.js';
import { textDecoder } from '../text/decode-text.js';
import { isJsonObject } from './json-shape.js';
import { type JsonObject, type JsonValue, parseJson } from './parse-json.js';

const chunkBytes = 1024 * 1024;
const longestLine = 64 * 1024 * 1024;

/** Lines that are no JSON object. */
export interface BadLines {
  readonly count: number;
  /** The first one's place and reason. */
  readonly first: string;
}

/** Calls `onRow` with the object of every line that is not blank, a chunk of the file at a time. */
export async function readJsonLines(file: SourceFile, onRow: (row: JsonObject) => void, context?: ReadContext): Promise<BadLines | null> {
  const decoder = textDecoder(file.bytes);
  let bad: { count: number; first: string } | null = null;
  let rest = '';
  let line = 0;
  const readLine = (text: string): void => {
    line += 1;
    if (text.trim() === '') return;
    try {
      const value = parseLine(text);
      if (!isJsonObject(value)) throw new RunhueError('no object');
      onRow(value);
    } catch (error) {
      if (!(error instanceof RunhueError)) throw error;
      bad = { count: (bad?.count ?? 0) + 1, first: bad?.first ?? `line ${line}: ${error.message}` };
    }
  };
  for (let at = 0; at < file.bytes.length; at += chunkBytes) {
    const chunk = file.bytes.subarray(at, at + chunkBytes);
    await context?.advance(chunk.length);
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > longestLine) return { count: 1, first: `line ${line + lines.length + 1} is longer than ${longestLine} characters; what follows is left out` };
    lines.forEach(readLine);
  }
  readLine(rest + decoder.decode());
  return bad;
}

const bracketsForFastPath = 48;
const notJson = /NaN|Infinity/;

/** `JSON.parse` where the line cannot be nested deeply and has no bare NaN, else the tolerant reader. */
function parseLine(text: string): JsonValue {
  let brackets = 0;
  for (let at = nextBracket(text, 0); at >= 0 && brackets <= bracketsForFastPath; at = nextBracket(text, at + 1)) brackets += 1;
  if (brackets > bracketsForFastPath || notJson.test(text)) return parseJson(text);
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return parseJson(text);
  }
}

function nextBracket(text: string, from: number): number {
  const brace = text.indexOf('{', from);
  const bracket = text.indexOf('[', from);
  return brace < 0 ? bracket : bracket < 0 ? brace : Math.min(brace, bracket);
}
