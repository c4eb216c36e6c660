import type { PixelWindow } from '@runhue/core';
import { pixelColumns } from '../m4/pixel-columns.js';
import type { SqlQuestion } from './sql-question.js';

/** The pixel column of an x within the window, by the formula of `PixelWindow`. */
export function columnSql(question: SqlQuestion, x: string, window: Required<PixelWindow>): string {
  const { origin, factor, last } = pixelColumns(window);
  if (factor === 0) return '0';
  const place = `(${coordinateSql(question, x, window)} - ${question.number(origin)}) * ${question.number(factor)}`;
  return `least(greatest(floor(${place}), 0), ${last})`;
}

function coordinateSql({ dialect, number }: SqlQuestion, x: string, { scale, symlogConstant }: Required<PixelWindow>): string {
  if (scale === 'linear') return x;
  if (scale === 'log') return `ln(${dialect.toDouble(x)})`;
  const constant = number(symlogConstant);
  const double = dialect.toDouble(x);
  return `CASE WHEN ${x} < 0 THEN -${dialect.log1p(`(-${double} / ${constant})`)} ELSE ${dialect.log1p(`(${double} / ${constant})`)} END`;
}
