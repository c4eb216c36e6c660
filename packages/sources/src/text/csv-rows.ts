import { dsvFormat } from 'd3-dsv';
import type { ReadContext } from '../run-format.js';
import type { SourceFile } from '../source-file.js';
import { textDecoder } from './decode-text.js';
import { endOfRows } from './end-of-rows.js';

const chunkBytes = 1024 * 1024;
const longestRow = 64 * 1024 * 1024;

export interface CsvOptions {
  readonly delimiter: string;
  /** Rows to leave out at the top; default 0. */
  readonly skipRows?: number;
}

/**
 * Calls `onRow` with the cells of every row that is not blank (`index` from 0, the header too), a chunk of the file at a time.
 * Returns the reason for which the end of the file was not read, or null.
 */
export async function readCsvRows(
  file: SourceFile,
  { delimiter, skipRows = 0 }: CsvOptions,
  onRow: (cells: string[], index: number) => void,
  context?: ReadContext,
): Promise<string | null> {
  const format = dsvFormat(delimiter);
  const decoder = textDecoder(file.bytes);
  let rest = '';
  let index = -skipRows;
  const parse = (text: string): void => {
    format.parseRows(text, (cells) => {
      if (cells.length > 1 || cells[0] !== '') {
        if (index >= 0) onRow(cells, index);
        index += 1;
      }
      return null;
    });
  };
  for (let at = 0; at < file.bytes.length; at += chunkBytes) {
    const chunk = file.bytes.subarray(at, at + chunkBytes);
    await context?.advance(chunk.length);
    rest += decoder.decode(chunk, { stream: true });
    const { end } = endOfRows(rest, delimiter);
    parse(rest.slice(0, end));
    rest = rest.slice(end);
    if (rest.length > longestRow) return `row ${index + 1} is longer than ${longestRow} characters`;
  }
  rest += decoder.decode();
  if (endOfRows(rest, delimiter).insideQuotes) return `row ${index + 1} opens a quote that is never closed`;
  parse(rest);
  return null;
}
