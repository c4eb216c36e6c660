import type { KeySettings } from '../settings/color-settings.js';

/** What the buckets are cut from. */
export interface DomainInForce {
  readonly domain: readonly [number, number];
  /** Whether the settings fix any end. */
  readonly pinned: boolean;
}

/**
 * The pinned domain, its free ends taken from the extent. As in `parseColorSettings`, ends in the wrong order are swapped, an end that is
 * not finite is free, and a domain without width counts as none. A free end never crosses the pinned one: if all values lie beyond it,
 * the domain has no width.
 */
export function domainInForce(asked: KeySettings['domain'], extent: readonly [number, number]): DomainInForce {
  const lower = usableEnd(asked?.[0]);
  const upper = usableEnd(asked?.[1]);
  if (lower !== null && upper !== null) {
    if (lower === upper) return { domain: extent, pinned: false };
    return { domain: [Math.min(lower, upper), Math.max(lower, upper)], pinned: true };
  }
  if (lower !== null) return { domain: [lower, Math.max(lower, extent[1])], pinned: true };
  if (upper !== null) return { domain: [Math.min(upper, extent[0]), upper], pinned: true };
  return { domain: extent, pinned: false };
}

function usableEnd(end: number | null | undefined): number | null {
  return typeof end === 'number' && Number.isFinite(end) ? end + 0 : null;
}
