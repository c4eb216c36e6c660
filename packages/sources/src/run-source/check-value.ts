import { RunSourceError, type RunSourceErrorCode } from '@runhue/core';
import { queryBounds } from './query-bounds.js';

/** Throws what every refused question throws; `what` names the field, as in `series: window.columns`. */
export function refuse(code: RunSourceErrorCode, what: string, problem: string): never {
  throw new RunSourceError(code, `${what} ${problem}`);
}

/** A value as an error shows it: short, and a text in quotes. */
function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

/** An object, whatever a caller without types or a request from outside gives. */
export function checkObject(what: string, value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse('invalid', what, `is ${shown(value)}; give an object.`);
}

export function checkWhole(what: string, value: unknown, most: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) {
    return refuse('invalid', what, `is ${shown(value)}; give a whole number from 1 to ${most}.`);
  }
  if (value > most) return refuse('too-large', what, `is ${value}; the most is ${most}. Ask for less.`);
  return value;
}

export function checkText(what: string, value: unknown): string {
  if (typeof value !== 'string') return refuse('invalid', what, `is ${shown(value)}; give a text.`);
  if (value.length > queryBounds.text) return refuse('too-large', what, `has ${value.length} characters; the most is ${queryBounds.text}.`);
  return value;
}

export function checkOneOf<T extends string>(what: string, value: unknown, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  return found ?? refuse('invalid', what, `is ${shown(value)}; give ${choices.map((choice) => `"${choice}"`).join(' or ')}.`);
}

/** A list, not longer than `most`, whose items `check` lets through. */
export function checkList<T>(what: string, value: unknown, most: number, check: (what: string, item: unknown) => T): T[] {
  if (!Array.isArray(value)) return refuse('invalid', what, `is ${shown(value)}; give a list.`);
  if (value.length > most) return refuse('too-large', what, `has ${value.length} entries; the most is ${most}. Ask for fewer at a time.`);
  return value.map((item, index) => check(`${what}[${index}]`, item));
}

/** A finite number from `lowest` to `highest`. */
export function checkNumber(what: string, value: unknown, lowest: number = -Infinity, highest: number = Infinity): number {
  if (typeof value === 'number' && Number.isFinite(value) && value >= lowest && value <= highest) return value;
  const range = lowest === -Infinity ? '' : ` from ${lowest}${highest === Infinity ? ' on' : ` to ${highest}`}`;
  return refuse('invalid', what, `is ${shown(value)}; give a finite number${range}.`);
}

/** Two finite numbers, the first not above the second. */
export function checkDomain(what: string, value: unknown): readonly [number, number] {
  if (!Array.isArray(value) || value.length !== 2) return refuse('invalid', what, `is ${shown(value)}; give [lower, upper].`);
  const lower = checkNumber(`${what}[0]`, value[0]);
  const upper = checkNumber(`${what}[1]`, value[1]);
  if (lower > upper) return refuse('invalid', what, `is [${lower}, ${upper}]; give the lower end first.`);
  return [lower, upper];
}
