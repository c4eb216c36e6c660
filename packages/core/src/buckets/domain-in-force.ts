import type { KeySettings } from '../settings/color-settings.js';

/** What the buckets are cut from. */
export interface DomainInForce {
  readonly domain: readonly [number, number];
  /** Whether the settings fix any end. */
  readonly pinned: boolean;
  /** A single pinned end that is not used because all values lie beyond it; else null. */
  readonly unusedEnd: number | null;
}

/**
 * The pinned domain, its free ends taken from the extent. As in `parseColorSettings`, ends in the wrong order are swapped, an end that is
 * not finite is free, and a domain without width counts as none. Where one end is free and all values lie beyond the other (it was
 * pinned for another Y value), it would leave nothing to cut: then the extent is in force.
 */
export function domainInForce(asked: KeySettings['domain'], extent: readonly [number, number]): DomainInForce {
  const lower = usableEnd(asked?.[0]);
  const upper = usableEnd(asked?.[1]);
  if (lower !== null && upper !== null) {
    if (lower === upper) return unpinned(extent);
    return { domain: [Math.min(lower, upper), Math.max(lower, upper)], pinned: true, unusedEnd: null };
  }
  const end = lower ?? upper;
  if (end === null) return unpinned(extent);
  const domain = [lower ?? extent[0], upper ?? extent[1]] as const;
  return domain[0] < domain[1] ? { domain, pinned: true, unusedEnd: null } : { ...unpinned(extent), unusedEnd: end };
}

function unpinned(extent: readonly [number, number]): DomainInForce {
  return { domain: extent, pinned: false, unusedEnd: null };
}

function usableEnd(end: number | null | undefined): number | null {
  return typeof end === 'number' && Number.isFinite(end) ? end + 0 : null;
}
