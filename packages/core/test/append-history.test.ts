import { appendHistory, createRuns, type HistoryRow, type Run, type RunInput, type RunProblem, type Series } from '@runhue/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const runOf = (history: RunInput['history']): Run => createRuns([{ id: 'a', history }]).runs[0] as Run;
const points = (run: Run, metric = 'acc'): number[][] => {
  const { steps, values } = run.history.get(metric) as Series;
  return Array.from(steps, (step, i) => [step, values[i] as number]);
};

describe('appendHistory', () => {
  it('makes a new run, leaves the old one and shares series without new points', () => {
    const run = runOf([{ _step: 0, acc: 1, loss: 5 }]);
    const next = appendHistory(run, [{ _step: 1, acc: 2 }]);
    expect(points(next)).toEqual([[0, 1], [1, 2]]);
    expect(points(run)).toEqual([[0, 1]]);
    expect(next.history.get('loss')).toBe(run.history.get('loss'));
    expect(next.history.get('acc')).toMatchObject({ latest: 2, min: 1, max: 2 });
  });

  it('gives the same run back when nothing was logged', () => {
    const run = runOf([{ acc: 1 }]);
    expect(appendHistory(run, [])).toBe(run);
    expect(appendHistory(run, [{ _step: 4, acc: null }])).toBe(run);
  });

  it('overwrites a repeated step and sorts what comes late', () => {
    const run = runOf([{ _step: 0, acc: 9 }, { _step: 5, acc: 5 }]);
    const next = appendHistory(run, [{ _step: 5, acc: 55 }, { _step: 2, acc: 2 }, { _step: 0, acc: 0 }]);
    expect(points(next)).toEqual([[0, 0], [2, 2], [5, 55]]);
    expect(next.history.get('acc')).toMatchObject({ latest: 55, min: 0, max: 55 });
  });

  it('goes on after the last step when rows have none', () => {
    const run = runOf([{ acc: 1 }, { loss: 1 }]);
    expect(points(appendHistory(run, [{ acc: 3 }, { acc: 4 }]))).toEqual([[0, 1], [2, 3], [3, 4]]);
  });

  it('adds new metrics, and clocks that were not known before', () => {
    const next = appendHistory(runOf([{ _step: 0, acc: 1 }]), [{ _step: 1, _timestamp: 7, acc: 2, loss: 3 }]);
    expect([...(next.history.get('acc')?.wallTimes ?? [])]).toEqual([NaN, 7]);
    expect(points(next, 'loss')).toEqual([[1, 3]]);
    expect([...(appendHistory(next, [{ _step: 2, acc: 1 }]).history.get('acc')?.wallTimes ?? [])]).toEqual([NaN, 7, NaN]);
  });

  it('takes columns', () => {
    expect(points(appendHistory(runOf([{ _step: 0, acc: 1 }]), { acc: { steps: [1], values: ['2'] } }))).toEqual([[0, 1], [1, 2]]);
  });

  it('lets two runs go on from one without disturbing each other', () => {
    const base = appendHistory(runOf([{ _step: 0, acc: 0 }]), [{ _step: 1, acc: 1 }]);
    const left = appendHistory(base, [{ _step: 2, acc: 20 }]);
    const right = appendHistory(base, [{ _step: 2, acc: 30 }]);
    expect(points(left)).toEqual([[0, 0], [1, 1], [2, 20]]);
    expect(points(right)).toEqual([[0, 0], [1, 1], [2, 30]]);
    expect(points(base)).toEqual([[0, 0], [1, 1]]);
  });

  it("never writes into the caller's arrays", () => {
    const buffer = new Float64Array(10);
    const values = buffer.subarray(0, 2);
    const run = runOf({ acc: { steps: Float64Array.of(0, 1), values } });
    appendHistory(run, [{ _step: 2, acc: 7 }]);
    expect(buffer.every((value) => value === 0)).toBe(true);
  });

  it('copies a long series only now and then', () => {
    let run = runOf([{ _step: 0, acc: 0 }]);
    const buffers = new Set<unknown>();
    for (let step = 1; step <= 2000; step += 1) {
      run = appendHistory(run, [{ _step: step, acc: step }]);
      buffers.add(run.history.get('acc')?.values.buffer);
    }
    expect(run.history.get('acc')).toMatchObject({ latest: 2000, min: 0, max: 2000 });
    expect(buffers.size).toBeLessThan(15);
  });

  it('reports what it drops', () => {
    const problems: RunProblem[] = [];
    appendHistory(runOf([]), [{ acc: 'bad' }], { onProblem: (problem) => problems.push(problem) });
    expect(problems).toMatchObject([{ inputIndex: -1, runId: 'a', code: 'invalid-value', key: 'acc', count: 1 }]);
  });

  it('in any portions equals createRuns of all rows', () => {
    const cell = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity, null, 0, 1));
    const time = fc.option(fc.integer({ min: 0, max: 99 }), { nil: undefined });
    const row = fc.record({ _step: fc.integer({ min: 0, max: 12 }), _timestamp: time, acc: cell, loss: cell });
    fc.assert(
      fc.property(fc.array(fc.array(row, { maxLength: 4 }), { maxLength: 6 }), (portions) => {
        const empty = runOf([]);
        const runs = [empty];
        for (const rows of portions) runs.push(appendHistory(runs.at(-1) as Run, rows as HistoryRow[]));
        runs.forEach((run, i) => {
          const whole = runOf(portions.slice(0, i).flat() as HistoryRow[]).history;
          for (const [name, series] of whole) {
            const { wallTimes, ...rest } = run.history.get(name) as Series;
            const { wallTimes: expected, ...expectedRest } = series;
            expect(rest).toEqual(expectedRest);
            expect([...(wallTimes ?? [])].filter((known) => !Number.isNaN(known))).toEqual([...(expected ?? [])].filter((known) => !Number.isNaN(known)));
          }
          expect(run.history.size).toBe(whole.size);
        });
      }),
    );
  });
});
