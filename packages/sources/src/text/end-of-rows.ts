const quote = 34;
const newline = 10;

/**
 * Where the last complete row of a text ends that starts at a row's start. A quote opens only at a cell's start, as in d3-dsv,
 * so a line break inside a quoted cell ends no row.
 */
export function endOfRows(text: string, delimiter: string): { end: number; insideQuotes: boolean } {
  if (!text.includes('"')) return { end: text.lastIndexOf('\n') + 1, insideQuotes: false };
  const separator = delimiter.charCodeAt(0);
  let end = 0;
  let at = 0;
  while (at < text.length) {
    if (text.charCodeAt(at) === quote) {
      at = closingQuote(text, at);
      if (at < 0) return { end, insideQuotes: true };
    }
    while (at < text.length) {
      const code = text.charCodeAt(at);
      at += 1;
      if (code === newline) end = at;
      if (code === newline || code === separator) break;
    }
  }
  return { end, insideQuotes: false };
}

/** Index after the quote that closes the one at `from`, or −1. A doubled quote is a character of the cell. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from + 1);
  while (at >= 0 && text.charCodeAt(at + 1) === quote) at = text.indexOf('"', at + 2);
  return at < 0 ? -1 : at + 1;
}
