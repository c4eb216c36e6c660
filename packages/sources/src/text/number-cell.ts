/**
 * The number that a cell says, or undefined when it says none. Reads decimal numbers and any spelling of NaN and ±Infinity that
 * Python, NumPy, pandas and JavaScript write; blank cells and hexadecimal, octal and binary notation are no numbers here.
 */
export function numberCell(cell: string): number | undefined {
  const number = +cell;
  if (number !== number) return words.get(cell.trim().toLowerCase());
  if (cell.charCodeAt(0) > zero) return number;
  return /[xob]|^\s*$/i.test(cell) ? undefined : number;
}

const zero = 48;

const words = new Map([
  ['nan', NaN], ['+nan', NaN], ['-nan', NaN],
  ['inf', Infinity], ['+inf', Infinity], ['-inf', -Infinity],
  ['infinity', Infinity], ['+infinity', Infinity], ['-infinity', -Infinity],
]);
