import { bucketColumn, colorBuckets, legendItems, legendMessagesEn, RunhueError, type LegendItem, type LegendItemsOptions } from '@runhue/core';
import { describe, expect, test } from 'vitest';
import { categories, numbers, settings } from './fixtures/columns.js';

const column = numbers([0.5, 0.6, 12345.5, NaN, Infinity]);

function items(options: LegendItemsOptions = {}, own = {}): LegendItem[] {
  const chosen = settings(2, own);
  const bucketing = bucketColumn(column, chosen);
  return legendItems(bucketing, colorBuckets(bucketing, chosen, { theme: 'light' }), options);
}

describe('legendItems', () => {
  test('gives an item per bucket with its style, words and counts', () => {
    expect(items().map(({ id, label, count, visibleCount }) => [id, label, count, visibleCount])).toEqual([
      ['range:0', 'Min – 6,173', 2, 2],
      ['range:1', '6,173 – Max', 1, 1],
      ['missing', 'No value', 1, 1],
      ['nonFinite', 'Non-finite', 1, 1],
    ]);
    expect(items()[2]?.style.dash).not.toBeNull();
    expect(items()[0]?.bucket.kind).toBe('range');
  });

  test('counts the shown runs when runs or whole buckets are hidden', () => {
    const visible = (hidden: string[]): number[] => items({ hidden }).map(({ visibleCount }) => visibleCount);
    expect(visible(['r0', 'r3'])).toEqual([1, 1, 0, 1]);
    expect(visible(['range:0'])).toEqual([0, 1, 1, 1]);
    expect(visible(['range:0', 'r0', 'r2', 'unknown'])).toEqual([0, 0, 1, 1]);
    expect(items({ hidden: ['r0'] }).map(({ count }) => count)).toEqual([2, 1, 1, 1]);
    expect(items({ hidden: ['r0'], isVisible: (runId) => runId !== 'r2' }).map(({ visibleCount }) => visibleCount)).toEqual([1, 0, 1, 1]);
  });

  test('never takes a run for a bucket that is called like it', () => {
    const named = { ...column, runIds: ['range:0', 'missing', 'a', 'b', 'nonFinite'] };
    const bucketing = bucketColumn(named, settings(2));
    const visible = (options: LegendItemsOptions): number[] =>
      legendItems(bucketing, colorBuckets(bucketing, settings(2), { theme: 'light' }), options).map(({ visibleCount }) => visibleCount);
    expect(visible({ hidden: ['missing'] })).toEqual([1, 1, 1, 1]);
    expect(visible({ hidden: ['range:1'] })).toEqual([2, 0, 1, 1]);
    expect(visible({ isVisible: (runId) => runId !== 'nonFinite' && runId !== 'range:0' })).toEqual([1, 1, 1, 0]);
  });

  test('words items by the message table and numbers by the locale', () => {
    const messages = { ...legendMessagesEn, legendMin: '최소', legendNoValue: '값 없음' };
    expect(items({ messages, locale: 'de' }).map(({ label }) => label).slice(0, 3)).toEqual(['최소 – 6.173', '6.173 – Max', '값 없음']);
  });

  test('uses the name that a user gave to a bucket', () => {
    const own = { bucketOverrides: { 'range:1': { name: 'good' }, missing: { name: ' ' } } };
    expect(items({}, own).map(({ label }) => label)).toEqual(['Min – 6,173', 'good', 'No value', 'Non-finite']);
    expect(bucketColumn(column, settings(2, own)).buckets[1]).toMatchObject({ name: 'good', label: 'good' });
  });

  test('words booleans, empty text and other categories', () => {
    const words = { ...legendMessagesEn, legendTrue: '참', legendEmpty: '(빈 값)', legendOther: '기타 ({count})' };
    const labelsOf = (values: (string | boolean)[], type: 'category' | 'boolean'): string[] => {
      const bucketing = bucketColumn(categories(values, type), settings());
      const styles = colorBuckets(bucketing, settings(), { theme: 'dark' });
      return legendItems(bucketing, styles, { messages: words, locale: 'ko' }).map(({ label }) => label);
    };
    expect(labelsOf([true], 'boolean')).toEqual(['참']);
    expect(labelsOf([''], 'category')).toEqual(['(빈 값)']);
    expect(labelsOf(Array.from({ length: 14 }, (_, i) => `c${i}`), 'category').at(-1)).toBe('기타 (3)');
  });

  test('throws a RunhueError when styles are missing', () => {
    const bucketing = bucketColumn(column, settings(2));
    expect(() => legendItems(bucketing, [])).toThrow(RunhueError);
    expect(() => legendItems(bucketing, [])).toThrow(/0 styles for 4 buckets/);
  });
});
