import type { SourceXAxis } from '@runhue/core';
import { loggedPoints, pointColumn } from './logged-points.js';
import { runStarts } from './run-starts.js';
import type { SqlQuestion } from './sql-question.js';

/** A part of an axis: `within` both ends, which may be infinite, or `beyond` them, and then no further than `reach` where that is given. */
export interface AxisPart {
  readonly side: 'within' | 'beyond';
  readonly domain: readonly [number, number];
  readonly reach?: readonly [number, number];
}

export interface LineWanted {
  readonly metric: string;
  readonly xAxis: SourceXAxis;
  /** Place of a bound list. Default: all runs. */
  readonly runIds?: string;
  /** Default: the whole axis. */
  readonly part?: AxisPart;
}

/**
 * The points of a metric along an x axis, rows `r, s, x, v`, without those whose x is not finite. A metric on x is joined at equal
 * steps. Where the axis is a column of the table, the part is also said of that column, so that the engine can skip what lies elsewhere.
 */
export function lineRows(question: SqlQuestion, { metric, xAxis, runIds, part }: LineWanted): string {
  const { dialect } = question;
  const key = question.text(metric);
  const where = part === undefined ? [] : columnConditions(question, xAxis, part);
  const points = `(${loggedPoints(question, { key, runIds, where })}) AS p`;
  const rows = (x: string, from: string, isKnown = true): string => {
    const conditions = [...(isKnown ? [`${dialect.isFinite}(${x})`] : []), ...(part === undefined ? [] : exactConditions(question, x, part))];
    return `SELECT p.r AS r, p.s AS s, ${x} AS x, p.v AS v FROM ${from}${conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`}`;
  };
  if (xAxis === 'Step') return rows('p.s', points, false);
  if (xAxis === 'Relative Time (Process)') return rows('p.t', points);
  if (xAxis === 'Wall Time') return rows('p.w', points);
  if (xAxis === 'Relative Time (Wall)') return rows('p.w - starts.start', `${points} JOIN (${runStarts(question)}) AS starts ON p.r = starts.r`);
  const other = loggedPoints(question, { key: question.text(xAxis), runIds });
  return rows('other.v', `${points} JOIN (${other}) AS other ON p.r = other.r AND p.s = other.s`);
}

/** Whether a part of the axis lets the engine skip rows by a column of the table. */
export function isColumnAxis({ points }: SqlQuestion['names'], xAxis: SourceXAxis): boolean {
  return xAxis === 'Step' || (points.order === null && (xAxis === 'Wall Time' || xAxis === 'Relative Time (Process)'));
}

function exactConditions({ number }: SqlQuestion, x: string, { side, domain, reach }: AxisPart): string[] {
  const beyond = side === 'beyond' ? [`(${x} < ${number(domain[0])} OR ${x} > ${number(domain[1])})`] : [];
  const [from, to] = reach ?? (side === 'within' ? domain : [-Infinity, Infinity]);
  return [...beyond, ...(from === -Infinity ? [] : [`${x} >= ${number(from)}`]), ...(to === Infinity ? [] : [`${x} <= ${number(to)}`])];
}

/** The same of the table's own column, by whole numbers, which an engine compares with columns of any type of number without reading them. */
function columnConditions({ names }: SqlQuestion, xAxis: SourceXAxis, { side, domain, reach }: AxisPart): string[] {
  if (!isColumnAxis(names, xAxis)) return [];
  const own = { Step: names.points.step, 'Wall Time': names.points.wallTime, 'Relative Time (Process)': names.points.runtime }[xAxis as 'Step'];
  if (own === null) return [];
  const column = pointColumn(own);
  const atLeast = (value: number): string[] => (isWhole(Math.floor(value)) ? [`${column} >= ${Math.floor(value)}`] : []);
  const atMost = (value: number): string[] => (isWhole(Math.ceil(value)) ? [`${column} <= ${Math.ceil(value)}`] : []);
  const conditions = reach === undefined ? [] : [...atLeast(reach[0]), ...atMost(reach[1])];
  const [left, right] = domain;
  if (side === 'within') return [...conditions, ...atLeast(left), ...atMost(right)];
  const [before, after] = [Math.ceil(left), Math.floor(right)];
  return isWhole(before) && isWhole(after) ? [...conditions, `(${column} < ${before} OR ${column} > ${after})`] : conditions;
}

function isWhole(value: number): boolean {
  return Number.isSafeInteger(value);
}
