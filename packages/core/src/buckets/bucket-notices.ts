import type { BucketNotice } from './bucketing.js';

type Notice<Code extends BucketNotice['code']> = BucketNotice & { readonly code: Code };

const runs = (count: number): string => (count === 1 ? '1 run' : `${count} runs`);

export function edgesRepaired(given: number, used: number): Notice<'edges-repaired'> {
  return {
    code: 'edges-repaired',
    message: `Of ${given} custom edges ${used} are used: edges must be finite, ascending, different, and at most 7.`,
    params: { given, used },
  };
}

export function fewerBuckets(asked: number, count: number): Notice<'fewer-buckets'> {
  return {
    code: 'fewer-buckets',
    message: `${count} of ${asked} buckets: the values do not allow more edges that differ.`,
    params: { asked, count },
  };
}

export function beyondDomain(
  below: number,
  above: number,
  [lower, upper]: readonly [number, number],
): Notice<'beyond-domain'> {
  const count = below + above;
  return {
    code: 'beyond-domain',
    message: `${runs(count)} beyond the domain, in the outer buckets (${below} below, ${above} above).`,
    params: { count, below, above, lower, upper },
  };
}

export function domainNotUsed(end: number): Notice<'domain-not-used'> {
  return {
    code: 'domain-not-used',
    message: `All values lie beyond the pinned end ${end}: it is not used here.`,
    params: { end },
  };
}

export function noValues(count: number): Notice<'no-values'> {
  return { code: 'no-values', message: `None of ${runs(count)} has a value for this Key.`, params: { count } };
}

export function countNotUsed(categories: number): Notice<'count-not-used'> {
  return {
    code: 'count-not-used',
    message: 'One bucket per category: the number of buckets does not apply.',
    params: { categories },
  };
}

export function mixedTypes(categories: number): Notice<'mixed-types'> {
  return {
    code: 'mixed-types',
    message: 'The values are of different types: they are categories by type and value.',
    params: { categories },
  };
}

export function logNotPositive(count: number): Notice<'log-not-positive'> {
  return {
    code: 'log-not-positive',
    message: `Log needs values above 0, ${runs(count)} or the domain are not: equal width is used.`,
    params: { count },
  };
}

export function logSuggested(lower: number, upper: number): Notice<'log-suggested'> {
  return {
    code: 'log-suggested',
    message: 'All values are above 0 and the highest is at least 100 times the lowest: log buckets may separate them better.',
    params: { lower, upper, ratio: Math.round(Math.min(Number.MAX_SAFE_INTEGER, upper / lower)) },
  };
}

export function crowdedBucket(bucket: number, count: number, total: number, offers: readonly string[]): Notice<'crowded-bucket'> {
  const remedy = offers.length > 0 ? ` To spread them: ${offers.join(', ')}.` : '';
  return {
    code: 'crowded-bucket',
    message: `${count} of ${runs(total)} with a value are in bucket ${bucket}.${remedy}`,
    params: { bucket, count, total, share: Math.floor((100 * count) / total), offers: offers.join(',') },
  };
}
