import { dsvFormat } from 'd3-dsv';
import type { SourceFile } from '../source-file.js';
import { textDecoder } from './decode-text.js';
import { endOfRows } from './end-of-rows.js';
import { headText } from './head-text.js';

const delimiters = [',', '\t', ';', '|'] as const;
const longestHeader = 8 * 1024 * 1024;

export interface CsvHeader {
  readonly delimiter: string;
  readonly names: readonly string[];
  /** The cells of the row below; empty when there is none within the first 64 KB. */
  readonly firstRow: readonly string[];
}

const headers = new WeakMap<SourceFile, CsvHeader | null>();

/** The first row of a file that looks like delimited text with two columns or more, else null. */
export function csvHeader(file: SourceFile): CsvHeader | null {
  let header = headers.get(file);
  if (header === undefined) {
    header = readHeader(file);
    headers.set(file, header);
  }
  return header;
}

function readHeader(file: SourceFile): CsvHeader | null {
  let head = headText(file);
  if (head === '' || /^\s*[[{<]/.test(head)) return null;
  if (!head.includes('\n') && file.bytes.length > head.length) {
    head = textDecoder(file.bytes).decode(file.bytes.subarray(0, longestHeader), { stream: true });
  }
  let best: CsvHeader | null = null;
  for (const delimiter of delimiters) {
    const end = endOfFirstRow(head, delimiter);
    const [names] = dsvFormat(delimiter).parseRows(head.slice(0, end));
    if (names === undefined || names.length <= Math.max(1, best?.names.length ?? 0)) continue;
    const rest = head.slice(end);
    const [firstRow = []] = dsvFormat(delimiter).parseRows(rest.slice(0, endOfFirstRow(rest, delimiter)));
    best = { delimiter, names, firstRow };
  }
  return best;
}

function endOfFirstRow(text: string, delimiter: string): number {
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (endOfRows(text.slice(0, at + 1), delimiter).end === at + 1) return at + 1;
  }
  return text.length;
}
