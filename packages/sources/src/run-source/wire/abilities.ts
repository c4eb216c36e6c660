import type { Fidelity, SourceAbilities, YValue } from '@runhue/core';
import { checkedFields, textItem } from './checked-fields.js';

const fidelities: readonly Fidelity[] = ['exact', 'm4', 'min-max', 'sampled'];
const yValues: readonly YValue[] = ['latest', 'max', 'min'];
const names = ['name', 'yValues', 'clocks', 'metricAsX', 'orderByKey', 'density', 'seriesFidelity', 'maxSeriesRuns'] as const;

/** The abilities as they are sent: their known fields only. */
export function sentAbilities(abilities: SourceAbilities): { readonly [name: string]: unknown } {
  return Object.fromEntries(names.map((name) => [name, abilities[name]]));
}

/** Throws a RunSourceError `garbled` for anything else. */
export function readAbilities(value: unknown): SourceAbilities {
  const fields = checkedFields(value, 'abilities', names, 'garbled');
  return {
    name: fields.text('name'),
    yValues: fields.list('yValues', yValues.length, (item, where) => checkedFields({ [where]: item }, where, [where], 'garbled').choice(where, yValues)),
    clocks: fields.list('clocks', 4, textItem(100, 'garbled')),
    metricAsX: fields.flag('metricAsX'),
    orderByKey: fields.flag('orderByKey'),
    density: fields.flag('density'),
    seriesFidelity: fields.choice('seriesFidelity', fidelities),
    maxSeriesRuns: fields.number('maxSeriesRuns'),
  };
}
