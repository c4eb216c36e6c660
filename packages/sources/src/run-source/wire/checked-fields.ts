import { RunSourceError } from '@runhue/core';

/** Reads the fields of JSON that came from elsewhere, one by one; what is not as said throws a RunSourceError that names field and value. */
export interface CheckedFields {
  unknown(name: string): unknown;
  text(name: string, maxLength?: number): string;
  /** Any number, NaN too. */
  number(name: string): number;
  finite(name: string): number;
  integer(name: string, least: number, most: number): number;
  flag(name: string): boolean;
  choice<Choice extends string>(name: string, choices: readonly Choice[]): Choice;
  /** Two finite numbers. */
  pair(name: string): readonly [number, number];
  /** What `read` gives for the field, or null for null. */
  orNull<Value>(name: string, read: (name: string) => Value): Value | null;
  list<Item>(name: string, most: number, read: (item: unknown, where: string) => Item): readonly Item[];
  within(name: string, known: readonly string[]): CheckedFields;
}

/** `invalid` for what a client asks, `garbled` for what a server answers. */
export type FieldFault = 'invalid' | 'garbled';

/** Throws as its methods do: for anything that is no object, and for a field that is not among the `known`. */
export function checkedFields(value: unknown, where: string, known: readonly string[], fault: FieldFault): CheckedFields {
  const fail = (name: string, expected: string): never => failed(`${where}.${name}`, fields[name], expected, fault);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return failed(where, value, 'an object', fault);
  const fields = value as { readonly [name: string]: unknown };
  const unknown = Object.keys(fields).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new RunSourceError(fault, `${where} has a field "${unknown.slice(0, 40)}", which is unknown; it may have ${known.join(', ')}.`);
  }
  const own = (name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined);
  const number = (name: string): number => {
    const item = own(name);
    return typeof item === 'number' ? item : fail(name, 'a number');
  };
  const finite = (name: string): number => (Number.isFinite(number(name)) ? number(name) : fail(name, 'a finite number'));
  const list: CheckedFields['list'] = (name, most, read) => {
    const items = own(name);
    if (!Array.isArray(items)) return fail(name, 'a list');
    if (items.length > most) {
      throw new RunSourceError(fault === 'invalid' ? 'too-large' : fault, `${where}.${name} has ${items.length} items; at most ${most} are taken. Ask for less.`);
    }
    return items.map((item: unknown, i) => read(item, `${where}.${name}[${i}]`));
  };
  return {
    unknown: own,
    text: (name, maxLength = Infinity) => textItem(maxLength, fault)(own(name), `${where}.${name}`),
    number,
    finite,
    integer: (name, least, most) => {
      const item = number(name);
      return Number.isInteger(item) && item >= least && item <= most ? item : fail(name, `an integer from ${least} to ${most}`);
    },
    flag: (name) => {
      const item = own(name);
      return typeof item === 'boolean' ? item : fail(name, 'true or false');
    },
    choice: (name, choices) => choices.find((choice) => choice === own(name)) ?? fail(name, `one of ${choices.join(', ')}`),
    pair: (name) => {
      const [first, second, ...more] = list(name, 2, (item, at) => (Number.isFinite(item) ? (item as number) : failed(at, item, 'a finite number', fault)));
      return first !== undefined && second !== undefined && more.length === 0 ? [first, second] : fail(name, 'a list of two numbers');
    },
    orNull: (name, read) => (own(name) === null ? null : read(name)),
    list,
    within: (name, names) => checkedFields(own(name), `${where}.${name}`, names, fault),
  };
}

/** For items of a list: text of at most so many UTF-16 units. */
export function textItem(maxLength: number, fault: FieldFault): (item: unknown, where: string) => string {
  return (item, where) => {
    if (typeof item !== 'string') return failed(where, item, 'text', fault);
    if (item.length > maxLength) {
      throw new RunSourceError(fault === 'invalid' ? 'too-large' : fault, `${where} is text of ${item.length} characters; at most ${maxLength} are taken.`);
    }
    return item;
  };
}

function failed(where: string, value: unknown, expected: string, fault: FieldFault): never {
  throw new RunSourceError(fault, `${where} is ${shown(value)}; it must be ${expected}.`);
}

function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? `a list of ${value.length}` : 'an object';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 60)} …` : text;
}
