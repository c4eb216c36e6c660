import { bucketColumn, bucketLabel, chooseEdgeFormat, createRuns, formatEdge, formatValue, legendMessagesEn, readColumn, type KeySettings } from '@runhue/core';
import { describe, expect, test } from 'vitest';
import { numbers, settings } from './fixtures/columns.js';

const labels = (values: readonly number[], count: number, own: KeySettings = {}, type: 'number' | 'date' = 'number'): string[] =>
  bucketColumn(numbers(values, type), settings(count, own)).buckets.map(({ label }) => label);
const pinned = (lower: number, upper: number): KeySettings => ({ domain: [lower, upper] });

describe('bucket labels', () => {
  test('share decimals and drop only the zeros that all edges share', () => {
    expect(labels([0, 0.1], 4)).toEqual(['Min – 0.025', '0.025 – 0.050', '0.050 – 0.075', '0.075 – Max']);
    expect(labels([0.5, 3], 5)).toEqual(['Min – 1.0', '1.0 – 1.5', '1.5 – 2.0', '2.0 – 2.5', '2.5 – Max']);
  });

  test('show no float noise', () => {
    expect(labels([0.1, 0.7], 3)).toEqual(['Min – 0.3', '0.3 – 0.5', '0.5 – Max']);
    expect(labels([-0.1, 0.2], 3)).toEqual(['Min to 0.0', '0.0 to 0.1', '0.1 to Max']);
  });

  test('say "to" when an edge is negative', () => {
    expect(labels([-1, 1, 0.5], 4, pinned(-1, 1))).toEqual(['Min to -0.5', '-0.5 to 0.0', '0.0 to 0.5', '0.5 to Max']);
    expect(labels([-0.5, 1.5], 2)).toEqual(['Min – 0.5', '0.5 – Max']);
  });

  test('group integers and keep decimals plain', () => {
    expect(labels([0], 2, pinned(0, 50_000))[0]).toBe('Min – 25,000');
    expect(labels([12_345], 2, pinned(12_345, 12_346))[0]).toBe('Min – 12345.5');
  });

  test('turn scientific from 1e6 and below 1e-3, by the largest edge', () => {
    expect(labels([0], 2, pinned(0, 1_999_998))[0]).toBe('Min – 999,999');
    expect(labels([0], 2, pinned(0, 2_000_000))[0]).toBe('Min – 1e6');
    expect(labels([0], 5, pinned(0, 6e6))).toEqual(['Min – 1.2e6', '1.2e6 – 2.4e6', '2.4e6 – 3.6e6', '3.6e6 – 4.8e6', '4.8e6 – Max']);
    expect(labels([0], 2, pinned(0, 2e-3))[0]).toBe('Min – 0.001');
    expect(labels([0], 4, pinned(0, 1e-3))).toEqual(['Min – 2.5e-4', '2.5e-4 – 5.0e-4', '5.0e-4 – 7.5e-4', '7.5e-4 – Max']);
    expect(labels([1e-9, 1e-3], 2, { method: 'custom', edges: [1e-8, 1e-5] })[1]).toBe('1e-8 – 1e-5');
  });

  test('turn scientific where log edges run down below 1e-6', () => {
    expect(labels([1e-12, 1, 0.5], 4, { method: 'log' })).toEqual(['Min – 1e-9', '1e-9 – 1e-6', '1e-6 – 1e-3', '1e-3 – Max']);
  });

  test('gain decimals until no run is on the other side of a printed edge', () => {
    expect(labels([0, 1.5, 0.3], 3, pinned(0, 1))[0]).toBe('Min – 0.333');
    expect(labels([0, 1.5, 0.3332], 3, pinned(0, 1))[0]).toBe('Min – 0.3333');
    expect(labels([0, 1.5, 120], 3, pinned(0, 361))[0]).toBe('Min – 120.3');
  });

  test('print scientific edges right just below a power of ten, and with the decimal sign of the locale', () => {
    expect(formatEdge(0.9999999999999994, { kind: 'number', notation: 'scientific', decimals: 15 })).toBe('9.999999999999994e-1');
    expect(formatEdge(0.00025, chooseEdgeFormat([0.00025, 0.0005]), 'de')).toBe('2,5e-4');
  });

  test('tell buckets apart that are as narrow as doubles allow', () => {
    const [lower, upper] = [0.1, 0.1 + 4 * 2 ** -56];
    const printed = labels([lower, upper], 4);
    expect(new Set(printed).size).toBe(printed.length);
  });

  test('print dates at a resolution that fits the width', () => {
    const day = 86_400;
    const start = Date.UTC(2024, 0, 1) / 1000;
    const dates = (width: number, n = 2): string => labels([start], n, pinned(start, start + n * width), 'date')[0] ?? '';
    expect(dates(4000 * day)).toBe('Min – 2035');
    expect(dates(400 * day)).toBe('Min – Mar 2025');
    expect(dates(20 * day)).toBe('Min – Jan 21, 2024');
    expect(dates(day / 4)).toBe('Min – Jan 1, 2024, 06:00');
    expect(dates(30)).toBe('Min – Jan 1, 2024, 00:00:30');
    expect(dates(1.5)).toBe('Min – Jan 1, 2024, 00:00:01.500');
  });

  test('print dates by the locale, single ones in full', () => {
    const bucketing = bucketColumn(numbers([Date.UTC(2024, 0, 1) / 1000, Date.UTC(2024, 1, 3) / 1000], 'date'), settings(5));
    const first = bucketing.buckets[0];
    expect(first?.label).toBe('Jan 1, 2024');
    expect(first && bucketLabel(first, bucketing, legendMessagesEn, 'ko')).toBe('2024년 1월 1일');
  });

  test('print `default:Wall Time` as dates, with edges in seconds since the epoch', () => {
    const start = Date.UTC(2024, 0, 1) / 1000;
    const { runs } = createRuns([0, 30, 100].map((days) => ({ id: `after-${days}`, history: [{ _step: 0, _timestamp: start + days * 86_400, acc: 1 }] })));
    const bucketing = bucketColumn(readColumn(runs, 'default:Wall Time', 'latest'), settings(2));
    expect(bucketing.edges).toEqual([start + 50 * 86_400]);
    expect(bucketing.buckets.map(({ label }) => label)).toEqual(['Min – Feb 20, 2024', 'Feb 20, 2024 – Max']);
  });

  test('print a single value in scientific notation from 1e6 and below 1e-3', () => {
    const single = (value: number): string => labels([value], 5)[0] ?? '';
    expect([0.001, 0.00099, 0.0005, 0.0001].map(single)).toEqual(['0.001', '9.9e-4', '5e-4', '1e-4']);
    expect([999_999.5, 1_000_000.5].map(single)).toEqual(['999999.5', '1.0000005e6']);
  });

  test('print numbers by the locale', () => {
    const bucketing = bucketColumn(numbers([0, 1.5]), settings(2));
    const first = bucketing.buckets[0];
    expect(first && bucketLabel(first, bucketing, legendMessagesEn, 'de')).toBe('Min – 0,75');
  });
});

describe('chooseEdgeFormat and formatEdge', () => {
  test('print edges that are typed by hand', () => {
    const format = chooseEdgeFormat([0.7629, 0.7824]);
    expect(format).toEqual({ kind: 'number', notation: 'fixed', decimals: 4 });
    expect(formatEdge(0.78239999, format)).toBe('0.7824');
    expect(formatEdge(-0.00001, format)).toBe('0.0000');
  });

  test('print a single edge with the decimals of its bucket width', () => {
    expect(chooseEdgeFormat([1.23456], { domain: [1, 1.5] }).decimals).toBe(3);
    expect(chooseEdgeFormat([0])).toEqual({ kind: 'number', notation: 'fixed', decimals: 0 });
  });
});

describe('formatValue', () => {
  const bucketing = bucketColumn(numbers([0.7434, 0.8604]), settings(6));

  test('prints a value with the decimals of the edges', () => {
    expect(formatValue(0.8232, bucketing)).toBe('0.8232');
    expect(formatValue(0.7684444, bucketing)).toBe('0.7684');
    expect(formatValue(0.7684444, bucketing, 'de')).toBe('0,7684');
  });

  test('gives digits to a value that would print like an edge', () => {
    const [edge = 0] = bucketing.edges;
    expect(formatValue(edge - 4e-6, bucketing)).toBe('0.762896');
    expect(formatValue(edge + 4e-6, bucketing)).toBe('0.762904');
    expect(formatValue(edge, bucketing)).toBe('0.7629');
  });

  test('prints values far from the edges readably', () => {
    expect(formatValue(1234567, bucketing)).toBe('1.235e6');
    expect(formatValue(0.000012346, bucketing)).toBe('1.235e-5');
    expect(formatValue(12, bucketing)).toBe('12');
  });

  test('prints what is not a finite number, text and dates', () => {
    expect(formatValue(NaN, bucketing)).toBe('NaN');
    expect(formatValue(-Infinity, bucketing)).toBe('-∞');
    expect(formatValue('adam', bucketing)).toBe('adam');
    expect(formatValue(true, bucketing)).toBe('true');
    expect(formatValue(null, bucketing)).toBe('');
    const start = Date.UTC(2024, 0, 1) / 1000;
    const dates = bucketColumn(numbers([start, start + 4e7, start + 9.99e7], 'date'), settings(2));
    expect(formatValue(start, dates)).toBe('Jan 1, 2024');
    expect(formatValue(start + 3600, dates)).toBe('Jan 1, 2024, 01:00');
  });
});
