import type { NumberColumn } from '../keys/run-column.js';
import { normalizeBucketCount } from '../settings/bucket-count.js';
import type { ColorSettings, KeySettings } from '../settings/color-settings.js';
import { beyondDomain, domainNotUsed, fewerBuckets, noValues } from './bucket-notices.js';
import type { BucketNotice, Bucketing } from './bucketing.js';
import { chooseEdgeFormat } from './choose-edge-format.js';
import { classify } from './classify.js';
import { createBucketing, noValueDrafts, type BucketDraft } from './create-bucketing.js';
import { distinctIntegers } from './distinct-integers.js';
import { edgeNeighbours } from './edge-neighbours.js';
import type { EdgeFormat } from './edge-format.js';
import { finiteExtent } from './finite-extent.js';
import { methodEdges } from './method-edges.js';
import { numberScope, type NumberScope } from './number-scope.js';
import { printableDates } from './printable-dates.js';
import { rangeDrafts, valueDrafts } from './range-drafts.js';
import { symmetricEnds } from './symmetric-ends.js';
import { valueFormat } from './value-format.js';
import type { ShownRuns } from './shown-runs.js';

/** Buckets of a numeric or date column, by the settings of its Key, without hints about better ones. */
export function bucketNumbers(
  column: NumberColumn,
  own: KeySettings,
  settings: Pick<ColorSettings, 'bucketCount' | 'scope'>,
  visibleIds: ShownRuns | undefined,
): Bucketing {
  const { values } = column;
  const scope = numberScope(column, settings.scope, own, visibleIds);
  const plan = scope ? planBuckets(column, own, normalizeBucketCount(settings.bucketCount), scope) : noBuckets;
  const notices = [...plan.notices];
  const { indices, missingCount, nonFiniteCount } = classify(values, plan.edges);
  if (scope?.pinned) {
    const [below, above] = countBeyond(values, scope.domain);
    if (below + above > 0) notices.push(beyondDomain(below, above, scope.domain));
  }
  if (typeof scope?.unusedEnd === 'number') notices.push(domainNotUsed(scope.unusedEnd));
  if (!scope) notices.push(noValues(values.length));
  return createBucketing(
    {
      kind: plan.kind,
      column,
      drafts: [...plan.drafts, ...noValueDrafts(missingCount, nonFiniteCount)],
      edges: plan.edges,
      extent: scope?.extent ?? null,
      domain: scope?.domain ?? null,
      edgeFormat: plan.formatFor(indices),
      bucketIndices: indices,
      notices,
    },
    own,
  );
}

interface BucketPlan {
  readonly kind: 'numeric' | 'continuous';
  readonly edges: readonly number[];
  readonly drafts: readonly BucketDraft[];
  readonly notices: readonly BucketNotice[];
  formatFor(indices: Uint16Array): EdgeFormat | null;
}

const noBuckets: BucketPlan = { kind: 'numeric', edges: [], drafts: [], notices: [], formatFor: () => null };

function planBuckets(column: NumberColumn, own: KeySettings, count: number, scope: NumberScope): BucketPlan {
  const { type, values } = column;
  const { domain } = scope;
  const kind = own.method === 'continuous' ? 'continuous' : 'numeric';
  const single = own.method === 'custom' || scope.pinned ? null : singleValue(values, scope);
  const perValue = single === null ? integersOf(values, own, count, scope) : [single];
  if (perValue) {
    const edges = perValue.slice(1);
    return { kind, edges, drafts: valueDrafts(perValue), notices: [], formatFor: () => valueFormat(perValue, type) };
  }
  if (kind === 'continuous') {
    return { kind, edges: [], drafts: rangeDrafts([], domain), notices: [], formatFor: () => chooseEdgeFormat(domain, { type }) };
  }
  const ends = symmetricEnds(domain, own);
  const { edges: found, asked, notices } = methodEdges(column, own, count, scope, ends);
  const edges = type === 'date' ? printableDates(found) : found;
  const fewer = edges.length + 1 < asked ? [fewerBuckets(asked, edges.length + 1)] : [];
  const formatFor = (indices: Uint16Array): EdgeFormat =>
    edges.length === 0
      ? chooseEdgeFormat(domain[0] < domain[1] ? domain : [domain[0]], { type })
      : chooseEdgeFormat(edges, { type, domain: ends, neighbours: edgeNeighbours(values, indices, edges) });
  return { kind, edges, drafts: rangeDrafts(edges, ends), notices: [...notices, ...fewer], formatFor };
}

/** The value that all runs with a finite value share, or null. */
function singleValue(values: Float64Array, { includes, extent }: NumberScope): number | null {
  const [lowest, highest] = includes ? (finiteExtent(values) ?? extent) : extent;
  return lowest === highest ? lowest : null;
}

/** Distinct integers that get a bucket each: under equal width without a domain, when there are no more than buckets. */
function integersOf(values: Float64Array, { method }: KeySettings, count: number, scope: NumberScope): number[] | null {
  if (scope.pinned || (method ?? 'equal-width') !== 'equal-width') return null;
  return distinctIntegers(values, count);
}

function countBeyond(values: Float64Array, [lower, upper]: readonly [number, number]): [below: number, above: number] {
  let below = 0;
  let above = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? NaN;
    if (!Number.isFinite(value)) continue;
    if (value < lower) below += 1;
    else if (value > upper) above += 1;
  }
  return [below, above];
}
