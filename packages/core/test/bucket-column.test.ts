import { bucketColumn, defaultColorSettings, type ColorSettings, type KeySettings, type NumberColumn } from '@runhue/core';
import { describe, expect, test } from 'vitest';

const keyId = 'metric:acc';

function numbers(values: readonly number[], type: 'number' | 'date' = 'number'): NumberColumn {
  return { keyId, yValue: 'latest', runIds: values.map((_, i) => `r${i}`), type, values: Float64Array.from(values) };
}

function settings(bucketCount: number, own: KeySettings = {}): ColorSettings {
  return { ...defaultColorSettings, bucketCount, byKey: { [keyId]: own } };
}

describe('bucketColumn, equal width', () => {
  test('cuts 0.49668 to 0.9954 into the six buckets of worked example A', () => {
    const bucketing = bucketColumn(numbers([0.49668, 0.9954, 0.957, 0.7993]), settings(6));
    expect(bucketing.buckets.map(({ label }) => label)).toEqual([
      'Min – 0.5798',
      '0.5798 – 0.6629',
      '0.6629 – 0.7460',
      '0.7460 – 0.8292',
      '0.8292 – 0.9123',
      '0.9123 – Max',
    ]);
    expect(bucketing.bucketOf('r2').index + 1).toBe(6);
    expect(bucketing.bucketOf('r3').index + 1).toBe(4);
  });

  test('cuts 0.7434 to 0.8604 into the six buckets of worked example B', () => {
    const bucketing = bucketColumn(numbers([0.7434, 0.8604, 0.8232, 0.7684]), settings(6));
    expect(bucketing.buckets.map(({ label }) => label)).toEqual([
      'Min – 0.7629',
      '0.7629 – 0.7824',
      '0.7824 – 0.8019',
      '0.8019 – 0.8214',
      '0.8214 – 0.8409',
      '0.8409 – Max',
    ]);
    expect(bucketing.bucketOf('r2').index + 1).toBe(5);
    expect(bucketing.bucketOf('r3').index + 1).toBe(2);
  });
});
