import { numberCell } from './number-cell.js';

/** A config value from its text: `true`/`false` in any case, a number, else the text. The empty cell is undefined. */
export function configCell(cell: string): string | number | boolean | undefined {
  if (cell === '') return undefined;
  if (/^true$/i.test(cell)) return true;
  if (/^false$/i.test(cell)) return false;
  return numberCell(cell) ?? cell;
}
