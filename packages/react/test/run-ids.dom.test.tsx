import { missingDash, noValueColors } from '@runhue/core';
import { expect, test } from 'vitest';
import { renderHooks } from './fixtures/probe.js';
import { fiveRuns } from './fixtures/runs.js';

test('useLegend counts a hidden run once, even when it is called like a bucket', () => {
  const runs = ['missing', 'range:1', 'c'].map((id, i) => ({ id, history: [{ _step: 0, acc: i < 2 ? i : null }] }));
  const probe = renderHooks({ runs, settings: { key: 'metric:acc', bucketCount: 2 } });
  const counts = (): string[] => probe.now().legend.items.map(({ visibleCount, count }) => `${visibleCount}/${count}`);
  expect(counts()).toEqual(['1/1', '1/1', '1/1']);
  probe.act(({ visible }) => visible.toggleRun('missing'));
  expect(counts()).toEqual(['0/1', '1/1', '1/1']);
});

test('useRunColors gives an unknown run the look of one without a value, in the theme in force', () => {
  for (const theme of ['light', 'dark'] as const) {
    const { colors } = renderHooks({ runs: fiveRuns(), theme }).now();
    expect(colors.styleOf('nobody')).toEqual({ color: noValueColors[theme], dash: missingDash, casing: null });
    expect(colors.colorOf('r4')).toBe(colors.colorOf('nobody'));
  }
});
