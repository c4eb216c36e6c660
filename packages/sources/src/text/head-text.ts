import type { SourceFile } from '../source-file.js';
import { textDecoder } from './decode-text.js';

const headBytes = 64 * 1024;
const heads = new WeakMap<SourceFile, string>();

/** The first 64 KB as text, decoded once per file; the empty string for binary content. */
export function headText(file: SourceFile): string {
  const known = heads.get(file);
  if (known !== undefined) return known;
  const text = textDecoder(file.bytes).decode(file.bytes.subarray(0, headBytes), { stream: true });
  const head = text.includes('\0') ? '' : text;
  heads.set(file, head);
  return head;
}
