import type { KeySettings } from '../settings/color-settings.js';
import type { Bucketing } from './bucketing.js';

/**
 * What keeps a Key's edges where they are while runs come and go: its domain pinned; edges that follow the values (quantile, natural breaks,
 * a bucket per value) become custom ones. Null where there is nothing to pin.
 */
export function frozenEdges(bucketing: Bucketing, own: KeySettings): KeySettings | null {
  const { domain, edges, kind, buckets } = bucketing;
  if (domain === null || domain[0] === domain[1]) return null;
  const followsValues = own.method === 'quantile' || own.method === 'natural' || buckets[0]?.kind === 'value';
  return kind === 'numeric' && followsValues && edges.length > 0 ? { method: 'custom', edges, domain } : { domain };
}
