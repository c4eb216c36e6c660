import { axisPlace, axisValue, bucketColumn, histogram, histogramAxis, type HistogramAxis, type KeySettings } from '@runhue/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categories, numbers, settings } from './fixtures/columns.js';

const axisOf = (values: readonly number[], own: KeySettings = {}): HistogramAxis | null =>
  histogramAxis(bucketColumn(numbers(values), settings(5, own)), own);

describe('histogramAxis', () => {
  test('spans the domain and every edge', () => {
    expect(axisOf([0, 10])).toEqual({ lower: 0, upper: 10, scale: 'linear' });
    expect(axisOf([0, 10], { method: 'custom', edges: [-5, 20] })).toEqual({ lower: -5, upper: 20, scale: 'linear' });
    expect(axisOf([0, 10], { domain: [2, 4] })).toEqual({ lower: 2, upper: 4, scale: 'linear' });
  });

  test('runs by decades under log, and where quantiles or custom edges span them', () => {
    expect(axisOf([1, 5], { method: 'log' })?.scale).toBe('log');
    expect(axisOf([1e-5, 1], { method: 'quantile' })?.scale).toBe('log');
    expect(axisOf([1e-5, 1])?.scale).toBe('linear');
    expect(axisOf([0, 1], { method: 'log' })?.scale).toBe('linear');
  });

  test('is null for categories and for one value', () => {
    expect(histogramAxis(bucketColumn(categories(['a', 'b']), settings()), {})).toBeNull();
    expect(axisOf([3, 3])).toBeNull();
  });
});

describe('axisPlace and axisValue', () => {
  test('are each the way back of the other, on either scale', () => {
    const places = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(places, fc.constantFrom('linear', 'log'), (place, scale) => {
        const axis: HistogramAxis = { lower: 1e-4, upper: 50, scale };
        expect(axisPlace(axisValue(place, axis), axis)).toBeCloseTo(place, 9);
      }),
    );
  });

  test('put a value beyond the axis at its end', () => {
    const axis: HistogramAxis = { lower: 1, upper: 2, scale: 'linear' };
    expect([axisPlace(-4, axis), axisPlace(9, axis)]).toEqual([0, 1]);
  });
});

describe('histogram', () => {
  test('counts each finite value once, in the bin of its place and the bucket it is in', () => {
    const bucketing = bucketColumn(numbers([0, 1, 4.9, 5, 10, NaN, Infinity]), settings(2));
    const axis = histogramAxis(bucketing, {}) as HistogramAxis;
    expect(histogram(bucketing, axis, 5)).toEqual({
      axis,
      tallest: 2,
      bars: [
        { bin: 0, bucketIndex: 0, base: 0, count: 2 },
        { bin: 2, bucketIndex: 0, base: 0, count: 1 },
        { bin: 2, bucketIndex: 1, base: 1, count: 1 },
        { bin: 4, bucketIndex: 1, base: 0, count: 1 },
      ],
    });
  });

  test('puts values beyond the axis into its outer bins', () => {
    const own: KeySettings = { domain: [2, 4] };
    const bucketing = bucketColumn(numbers([0, 3, 9]), settings(2, own));
    const { bars } = histogram(bucketing, histogramAxis(bucketing, own) as HistogramAxis, 4);
    expect(bars.map(({ bin, bucketIndex }) => [bin, bucketIndex])).toEqual([[0, 0], [2, 1], [3, 1]]);
  });
});
