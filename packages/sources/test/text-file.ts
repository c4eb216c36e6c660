import type { SourceFile } from '@runhue/sources';

/** A file with the given lines, or the given text. */
export function textFile(path: string, content: string | readonly string[]): SourceFile {
  const text = typeof content === 'string' ? content : `${content.join('\n')}\n`;
  return { path, bytes: new TextEncoder().encode(text) };
}
