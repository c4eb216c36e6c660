import type { KeySettings } from '../settings/color-settings.js';

/** What the buckets are cut from. */
export interface DomainInForce {
  readonly domain: readonly [number, number];
  /** Whether the settings fix any end. */
  readonly pinned: boolean;
  /** Whether the settings' domain could not be used as it is. */
  readonly repaired: boolean;
}

/**
 * The pinned domain, its free ends taken from the extent. Ends in the wrong order are swapped, ends that are not finite are free; a domain
 * without width counts as none. A free end never crosses the pinned one: if all values lie beyond it, the domain has no width.
 */
export function domainInForce(asked: KeySettings['domain'], extent: readonly [number, number]): DomainInForce {
  const lower = usableEnd(asked?.[0]);
  const upper = usableEnd(asked?.[1]);
  const repaired = isUnusable(asked?.[0]) || isUnusable(asked?.[1]);
  if (lower !== null && upper !== null) {
    if (lower === upper) return { domain: extent, pinned: false, repaired: true };
    return { domain: [Math.min(lower, upper), Math.max(lower, upper)], pinned: true, repaired: repaired || lower > upper };
  }
  if (lower !== null) return { domain: [lower, Math.max(lower, extent[1])], pinned: true, repaired };
  if (upper !== null) return { domain: [Math.min(upper, extent[0]), upper], pinned: true, repaired };
  return { domain: extent, pinned: false, repaired };
}

function usableEnd(end: number | null | undefined): number | null {
  return typeof end === 'number' && Number.isFinite(end) ? end + 0 : null;
}

function isUnusable(end: number | null | undefined): boolean {
  return end !== null && end !== undefined && !Number.isFinite(end);
}
