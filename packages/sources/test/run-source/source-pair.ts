import { createRuns, type KeyEntry, type Run, type RunInput, type RunSource, type SourceXAxis, type YValue } from '@runhue/core';
import { memorySource } from '@runhue/sources/memory-source';
import { expect } from 'vitest';

/** A source and the in-memory one over the same runs in the same order. */
export interface SourcePair {
  readonly source: RunSource;
  readonly oracle: RunSource;
  /** In the order of the source. */
  readonly runs: readonly Run[];
  /** All Keys that the source should know. */
  readonly entries: readonly KeyEntry[];
  /** The Y values that it has. */
  readonly yValues: readonly YValue[];
}

/** Learns the source's order of runs, which is its own choice, and puts the oracle's runs into it. */
export async function pairOf(source: RunSource, inputs: readonly RunInput[]): Promise<SourcePair> {
  const { runs } = createRuns(inputs);
  const { yValues, clocks } = source.abilities;
  const { column } = await source.column({ keyId: 'config:no such key', yValue: yValues[0] ?? 'latest' });
  expect([...column.runIds].toSorted(), 'the runs of the source').toEqual(runs.map((run) => run.id).toSorted());
  const places = new Map(column.runIds.map((id, place) => [id, place]));
  const ordered = runs.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
  const oracle = memorySource(ordered);
  const { entries } = await oracle.keys({ limit: 10_000 });
  const known = entries.filter(({ group, name }) => group !== 'default' || clocks.includes(name));
  return { source, oracle, runs: ordered, entries: known, yValues };
}

/** At most `count` of the items, evenly. */
export function sample<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)] as T);
}

/** The axes that the source has for a metric: its clocks, and two other metrics where it can. */
export function axesFor({ source: { abilities }, entries }: SourcePair, metric: string): SourceXAxis[] {
  const others = entries.filter((entry) => entry.group === 'metric' && entry.name !== metric && !abilities.clocks.includes(entry.name));
  return [...abilities.clocks, ...(abilities.metricAsX ? sample(others.map(({ name }) => name), 2) : [])];
}

/** Numbers for `toEqual`: zeros of both signs are equal, NaN equals NaN. */
export function numbers(values: ArrayLike<number>): number[] {
  return Array.from(values, (value) => value + 0);
}
