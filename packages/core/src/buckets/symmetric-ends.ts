import type { KeySettings } from '../settings/color-settings.js';

/**
 * The ends between which edges are cut: those of the domain, or with a symmetric pivot the ends that leave the pivot in the middle, by
 * distance under equal width and by factor under log. The other methods follow the values and keep the domain.
 */
export function symmetricEnds(domain: readonly [number, number], own: KeySettings): readonly [number, number] {
  const pivot = symmetricPivot(own);
  if (pivot === null) return domain;
  const [lower, upper] = domain;
  if (own.method !== 'log') {
    const reach = Math.max(Math.abs(pivot - lower), Math.abs(upper - pivot));
    return [Math.min(lower, Math.max(-Number.MAX_VALUE, pivot - reach)), Math.max(upper, Math.min(Number.MAX_VALUE, pivot + reach))];
  }
  if (lower <= 0 || pivot <= 0) return domain;
  const factor = Math.max(pivot / lower, upper / pivot);
  return [Math.min(lower, Math.max(Number.MIN_VALUE, pivot / factor)), Math.max(upper, Math.min(Number.MAX_VALUE, pivot * factor))];
}

/** `count` − 1 edges of symmetric ends with the middle one, where there is one, on the pivot itself, from which rounding may have kept it. */
export function withPivotEdge(edges: readonly number[], count: number, own: KeySettings): readonly number[] {
  const pivot = symmetricPivot(own);
  const middle = count / 2 - 1;
  if (pivot === null || !Number.isInteger(middle) || edges.length < count - 1) return edges;
  const isBetween = pivot > (edges[middle - 1] ?? -Infinity) && pivot < (edges[middle + 1] ?? Infinity);
  return isBetween ? edges.map((edge, i) => (i === middle ? pivot : edge)) : edges;
}

function symmetricPivot({ method = 'equal-width', pivot, symmetric }: KeySettings): number | null {
  const isCut = method === 'equal-width' || method === 'log';
  return symmetric && isCut && typeof pivot === 'number' && Number.isFinite(pivot) ? pivot + 0 : null;
}
