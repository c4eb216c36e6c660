import type { RunInput } from '@runhue/core';
import { createRunhueStore, RunhueProvider, RunLinePlot, type RunLinePlotProps } from '@runhue/react';
import { act, cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const line = (id: string, steps: number[], values: number[]): RunInput => ({ id, history: { loss: { steps, values } } });

function show(runs: RunInput[], props: Partial<RunLinePlotProps>, locale = 'en') {
  const store = createRunhueStore();
  const { container } = render(
    <RunhueProvider runs={runs} store={store} locale={locale}>
      <RunLinePlot metric="loss" {...props} />
    </RunhueProvider>,
  );
  const notes = (): string[] => [...container.querySelectorAll('.runhue-plot-note')].map(({ textContent }) => textContent);
  return { store, notes };
}

describe('RunLinePlot counts the points that a log axis leaves out', () => {
  test('a point that lies at or below zero on both axes once, and no gap', () => {
    const runs = [line('a', [-1, 0, 1, 2, 3], [NaN, -1, 0, 5, 6])];
    expect(show(runs, { xScale: 'log', yScale: 'log' }).notes()).toEqual(['2 points ≤ 0 are not shown. Use symlog']);
    expect(show(runs, { xScale: 'log' }).notes()).toEqual(['1 point ≤ 0 is not shown. Use symlog']);
    expect(show(runs, { yScale: 'log' }).notes()).toEqual(['2 points ≤ 0 are not shown. Use symlog']);
    expect(show(runs, {}).notes()).toEqual([]);
  });

  test('of shown runs only', () => {
    const { store, notes } = show([line('a', [1, 2], [-1, 1]), line('b', [1, 2, 3], [-1, -2, 1])], { yScale: 'log' });
    expect(notes()).toEqual(['3 points ≤ 0 are not shown. Use symlog']);
    act(() => store.setState((state) => ({ view: { ...state.view, hiddenRuns: new Set(['b']) } })));
    expect(notes()).toEqual(['1 point ≤ 0 is not shown. Use symlog']);
    act(() => store.setState((state) => ({ view: { ...state.view, hiddenRuns: new Set(['a', 'b']) } })));
    expect(notes()).toEqual([]);
  });

  test('within the zoom', () => {
    const { store, notes } = show([line('a', [1, 2, 3, 4], [-1, -2, 1, 2])], { yScale: 'log' });
    act(() => store.setState((state) => ({ view: { ...state.view, xWindows: { Step: [2, 4] } } })));
    expect(notes()).toEqual(['1 point ≤ 0 is not shown. Use symlog']);
  });
});

describe('RunLinePlot with smoothing beyond its range', () => {
  const runs = [line('a', [0, 1, 2], [1, 2, 3])];

  test.each<[NonNullable<RunLinePlotProps['smoothing']>, string, string]>([
    [{ method: 'time-ema', amount: 7 }, 'Smoothing 7 is out of range (0 to 1): 1 is used.', '평활 값(7)이 범위(0–1)를 벗어나 1 값을 사용합니다.'],
    [{ method: 'ema', amount: NaN }, 'Smoothing NaN is out of range (0 to 1): 0 is used.', '평활 값(NaN)이 범위(0–1)를 벗어나 0 값을 사용합니다.'],
    [{ method: 'average', amount: 2.5 }, 'Smoothing 2.5 is not a whole number from 1 to 1,000: 3 is used.', '평활 값(2.5)이 1–1,000 사이의 정수가 아니어서 3 값을 사용합니다.'],
  ])('%j says so on the plot, in the UI’s language, and once in the console', (smoothing, english, korean) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    expect(show(runs, { smoothing }).notes()).toEqual([english]);
    expect(show(runs, { smoothing }, 'ko').notes()).toEqual([korean]);
    const said = warn.mock.calls.filter(([text]) => String(text).includes(`amount ${smoothing.amount}`));
    expect(said).toHaveLength(1);
  });

  test('within its range nothing is said', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    expect(show(runs, { smoothing: { method: 'time-ema', amount: 1 } }).notes()).toEqual([]);
    expect(show(runs, { smoothing: { method: 'none', amount: 9 } }).notes()).toEqual([]);
    expect(warn).not.toHaveBeenCalled();
  });
});
