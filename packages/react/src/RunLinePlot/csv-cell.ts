/** A text that a spreadsheet reads as a formula rather than as a text; a plain negative number is none. */
const formula = /^[=+\-@\t\r]/;
const plainNumber = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/** One CSV cell (RFC 4180): quoted where needed, and kept from being run as a formula by an apostrophe in front. */
export function csvCell(text: string): string {
  const safe = formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
