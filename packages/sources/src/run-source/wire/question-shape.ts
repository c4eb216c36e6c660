import { RunSourceError } from '@runhue/core';
import type { Ask, Question } from './questions.js';

/** The fields that an object may have; those with fields of their own are objects. */
interface Shape {
  readonly [field: string]: Shape | true;
}

const window: Shape = { domain: true, scale: true, symlogConstant: true, columns: true };

const shapes: { readonly [A in Ask]: Shape } = {
  keys: { search: true, limit: true },
  column: { keyId: true, yValue: true },
  summary: { keyId: true, yValue: true, bars: true, quantiles: true },
  runs: { limit: true, cursor: true, orderBy: { keyId: true, yValue: true, direction: true }, search: true, runIds: true },
  extent: { metric: true, xAxis: true },
  series: { metric: true, xAxis: true, runIds: true, window },
  density: { metric: true, xAxis: true, window, yDomain: true, rows: true, buckets: { keyId: true, yValue: true, edges: true } },
};

/** Throws a RunSourceError `invalid` for a field that the question does not have. */
export function refuseUnknownFields(ask: Ask, query: unknown): void {
  refuseBeyond(ask, query, shapes[ask]);
}

function refuseBeyond(where: string, value: unknown, shape: Shape): void {
  if (!isObject(value)) return;
  for (const [name, item] of Object.entries(value)) {
    const known = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (known === undefined) {
      throw new RunSourceError('invalid', `${where} has a field "${name.slice(0, 40)}", which is unknown; it may have ${Object.keys(shape).join(', ')}.`);
    }
    if (known !== true) refuseBeyond(`${where}.${name}`, item, known);
  }
}

/** A question with the fields that it has and no more, always in the same order, so that equal questions are equal as JSON. */
export function orderedQuestion({ ask, query }: Question): unknown {
  return { ask, query: ordered(query, shapes[ask]) };
}

function ordered(value: unknown, shape: Shape): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(shape).map(([name, inner]) => [name, inner === true ? value[name] : ordered(value[name], inner)]));
}

function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
