import { bucketColumn, spreadSuggestions, withKeySettings, type KeySettings, type SpreadSuggestion } from '@runhue/core';
import { describe, expect, test } from 'vitest';
import { categories, keyId, numbers, settings } from './fixtures/columns.js';

const even = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
/** Sixty runs that learned and four that diverged, as in real sweeps. */
const diverged = [...even(1.466, 2.0294, 60), 3.351, 3.355, 3.359, 3.36];
/** A sweep's learning rates: five per decade from 1e-5 to 100. */
const learningRates = even(-5, 2, 36).map((exponent) => 10 ** exponent);

function offers(values: readonly number[], own: KeySettings = {}): SpreadSuggestion[] {
  return spreadSuggestions(numbers(values), settings(6, own));
}

describe('spreadSuggestions', () => {
  test('offers what makes the fullest bucket hold fewer runs, with the share it reaches', () => {
    const column = numbers(diverged);
    const before = settings(6, { domain: [1, 20] });
    const suggestions = spreadSuggestions(column, before);
    expect(suggestions.map(({ offer }) => offer)).toEqual(['log', 'domain', 'quantile']);
    for (const { patch, largestShare } of suggestions) {
      const ranges = bucketColumn(column, withKeySettings(before, keyId, patch)).buckets;
      expect(Math.max(...ranges.map(({ count }) => count)) / diverged.length).toBe(largestShare);
      expect(largestShare).toBeLessThan(60 / 64);
    }
  });

  test('pins the domain at a printable number that leaves only the outliers outside', () => {
    const domain = offers(diverged).find(({ offer }) => offer === 'domain');
    expect(domain?.patch).toEqual({ method: 'equal-width', domain: [null, 2.03] });
    const mirrored = offers(diverged.map((value) => -value)).find(({ offer }) => offer === 'domain');
    expect(mirrored?.patch.domain).toEqual([-2.03, null]);
  });

  test.each([2.9, 3.1])('takes for outliers what lies beyond 3 IQR of the quartiles: %f IQR', (reach) => {
    const [first, third] = [1, 3];
    const inside = even(0, 4, 9);
    const values = [...Array.from({ length: 20 }, () => inside).flat(), third + reach * (third - first)];
    const isOffered = offers(values, { domain: [-100, 100] }).some(({ offer }) => offer === 'domain');
    expect(isOffered).toBe(reach > 3);
  });

  test('offers no domain without outliers and no log with values that are not above 0', () => {
    expect(offers(learningRates.filter((rate) => rate > 1)).map(({ offer }) => offer)).not.toContain('domain');
    expect(offers([0, ...diverged]).map(({ offer }) => offer)).not.toContain('log');
  });

  test('gives a pinned domain up where it is what crowds the runs, and keeps it elsewhere', () => {
    const values = even(2, 3, 9);
    expect(offers(values, { domain: [10, 20] }).map(({ offer, patch }) => [offer, patch])).toEqual([
      ['log', { method: 'log', domain: null }],
      ['quantile', { method: 'quantile', domain: null }],
    ]);
    for (const { offer, patch } of offers(diverged, { domain: [1, 20] })) expect([offer, 'domain' in patch]).toEqual([offer, offer === 'domain']);
    const pinned = bucketColumn(numbers([...values, NaN]), settings(5, { domain: [10, 20] }));
    expect(pinned.notices.find(({ code }) => code === 'crowded-bucket')?.message).toBe(
      '9 of 9 runs with a value are in bucket 1. To spread them: log, quantile.',
    );
  });

  test('offers nothing that does not help', () => {
    expect(offers([0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 7.5])).toEqual([]);
    expect(offers(diverged, { method: 'quantile' })).toEqual([]);
    expect(offers(diverged, { method: 'continuous' })).toEqual([]);
    expect(spreadSuggestions(categories(['a', 'a', 'b']), settings())).toEqual([]);
    expect(offers([NaN])).toEqual([]);
  });
});

describe('bucketColumn, hints', () => {
  const codes = (values: readonly number[], own: KeySettings = {}, count = 5): string[] =>
    bucketColumn(numbers(values), settings(count, own)).notices.map(({ code }) => code);

  test('says which bucket is crowded, and what spreads it, when it holds more than 80 % of the runs with a value', () => {
    const values = [...even(1, 1.4, 17), 7, 8.5, 9, NaN, NaN];
    const crowded = bucketColumn(numbers(values), settings(5)).notices.find(({ code }) => code === 'crowded-bucket');
    expect(crowded?.params).toEqual({ bucket: 1, count: 17, total: 20, share: 85, offers: 'domain,quantile' });
    expect(codes([...even(1, 1.4, 16), 7, 8, 8.5, 9])).not.toContain('crowded-bucket');
  });

  test('suggests log from a ratio of 100, under equal width, when all values are above 0', () => {
    expect(codes([0.1, 5, 10])).toContain('log-suggested');
    expect(codes([0.11, 5, 10])).not.toContain('log-suggested');
    expect(codes([0, 0.1, 5, 10])).not.toContain('log-suggested');
    expect(codes([0.1, 5, 10], { method: 'log' })).not.toContain('log-suggested');
    expect(codes([0.1, 5, 10], { domain: [1, 10] })).not.toContain('log-suggested');
    expect(codes([1, 10, 1000])).not.toContain('log-suggested');
  });

  test('spreads learning rates over decades by log', () => {
    const column = numbers(learningRates);
    expect(codes(learningRates)).toEqual(['log-suggested', 'crowded-bucket']);
    const spread = bucketColumn(column, settings(5, { method: 'log' }));
    for (const { count } of spread.buckets) expect(Math.abs(count - 36 / 5)).toBeLessThan(1);
  });
});
