import { ceilDate, dateResolutions, unitLength } from './print-date.js';
import { asPrinted, mostDecimals } from './print-number.js';
import type { EdgeFormat } from './edge-format.js';

/** What printed edges must fit: their unit, the widths of the buckets, and the values that they part. */
export interface EdgeFormatOptions {
  /** `date`: the edges are seconds since the epoch, printed as dates in UTC. Default `number`. */
  readonly type?: 'number' | 'date';
  /** Ends of the outer buckets; they give the bucket width where there is only one edge. Default: none. */
  readonly domain?: readonly [number, number] | null;
  /** Per edge the highest value below it and the lowest at or above it (NaN: none). Printing keeps both on their sides. Default: none. */
  readonly neighbours?: readonly (readonly [below: number, above: number])[];
}

/**
 * How to print strictly increasing edges: one notation by the largest |edge| (scientific from 1e6 and below 1e-3), decimals from the
 * narrowest bucket, shared trailing zeros dropped; more decimals until the printed edges ascend, keep every value on its side and turn
 * no edge into 0. The last resort is every digit. d = max(0, 2 − ⌊log10 width⌋) prints W&B's example legends.
 */
export function chooseEdgeFormat(edges: readonly number[], options: EdgeFormatOptions = {}): EdgeFormat {
  const { neighbours = [] } = options;
  const width = narrowestWidth(edges, options.domain ?? null);
  if (options.type === 'date') return chooseDateFormat(edges, width, neighbours);
  const notation = chooseNotation(edges);
  const first = notation === 'fixed' ? Math.max(0, 2 - magnitude(width)) : mantissaDecimals(edges, width);
  for (let decimals = first; decimals <= mostDecimals; decimals += 1) {
    const printed = edges.map((edge) => asPrinted(edge, notation, decimals));
    const noZero = printed.every((edge, i) => edge !== 0 || Math.abs(edges[i] ?? 0) <= width * 1e-9);
    const apart = edges.every((edge, i) => !readsLikeValue(edge, printed[i] ?? NaN, neighbours[i]?.[1] ?? NaN));
    if (noZero && apart && keepsSides(printed, neighbours)) {
      return { kind: 'number', notation, decimals: withoutSharedZeros(edges, notation, decimals) };
    }
  }
  return { kind: 'number', notation: 'shortest', decimals: 0 };
}

function chooseDateFormat(edges: readonly number[], width: number, neighbours: Neighbours): EdgeFormat {
  const wideEnough = dateResolutions.findIndex((resolution) => width >= 10 * unitLength(resolution));
  const candidates = dateResolutions.slice(wideEnough);
  const resolution = candidates.find((candidate) => keepsSides(edges.map((edge) => ceilDate(edge, candidate)), neighbours));
  return { kind: 'date', notation: 'fixed', decimals: 0, resolution: resolution ?? 'millisecond' };
}

type Neighbours = readonly (readonly [below: number, above: number])[];

/** Whether printed edges are finite and ascend, and no value changes its side. */
function keepsSides(printed: readonly number[], neighbours: Neighbours): boolean {
  return printed.every((edge, i) => {
    const [below, above] = neighbours[i] ?? [NaN, NaN];
    const ascends = edge > (printed[i - 1] ?? -Infinity) && edge < Infinity;
    return ascends && !(below >= edge) && !(above < edge);
  });
}

/** Whether a value other than the edge itself reads like the printed edge, so that no more digits could tell them apart. */
function readsLikeValue(edge: number, printed: number, above: number): boolean {
  return above === printed && above !== edge;
}

/** Scientific too where edges run over decades down to below 1e-6, which plain decimals would fill with zeros. */
function chooseNotation(edges: readonly number[]): 'fixed' | 'scientific' {
  const sizes = edges.map(Math.abs).filter((size) => size > 0);
  const largest = Math.max(...sizes);
  const smallest = Math.min(...sizes);
  if (sizes.length === 0) return 'fixed';
  if (largest >= 1e6 || largest < 1e-3) return 'scientific';
  return smallest < 1e-6 && edges.every((edge) => edge > 0) && largest / smallest >= 1e3 ? 'scientific' : 'fixed';
}

/** ⌊log10⌋, with 1e-9 of tolerance so that a width of 0.09999999999999998 counts as 0.1. */
function magnitude(size: number): number {
  return Math.floor(Math.log10(Math.max(Number.MIN_VALUE, Math.min(Number.MAX_VALUE, size))) + 1e-9);
}

function narrowestWidth(edges: readonly number[], domain: readonly [number, number] | null): number {
  const ends = edges.length > 1 || domain === null ? edges : [domain[0], ...edges, domain[1]];
  let narrowest = Infinity;
  for (let i = 1; i < ends.length; i += 1) {
    const width = (ends[i] ?? 0) - (ends[i - 1] ?? 0);
    if (width > 0 && width < narrowest) narrowest = width;
  }
  if (narrowest < Infinity) return narrowest;
  return Math.max(...edges.map(Math.abs), 0) || 1;
}

/** Two digits more than it takes to tell an edge from its neighbour. */
function mantissaDecimals(edges: readonly number[], width: number): number {
  const needed = edges.map((edge, i) => {
    const previous = edges[i - 1];
    const gap = previous === undefined ? (edges.length === 1 ? width : Infinity) : edge - previous;
    const size = Math.max(Math.abs(edge), Math.abs(previous ?? 0));
    return size === 0 ? 0 : magnitude(size) - magnitude(gap) + 2;
  });
  return Math.max(0, ...needed);
}

function withoutSharedZeros(edges: readonly number[], notation: EdgeFormat['notation'], decimals: number): number {
  const printed = edges.map((edge) => asPrinted(edge, notation, decimals));
  let fewest = decimals;
  while (fewest > 0 && printed.every((edge) => asPrinted(edge, notation, fewest - 1) === edge)) fewest -= 1;
  return fewest;
}
