import { createRuns } from '@runhue/core';
import { RunhueProvider, RunTable, useRunColors } from '@runhue/react';
import { render, screen } from '@testing-library/react';
import { useState, type JSX } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { fiveRuns } from './fixtures/runs.js';
import { renderHooks } from './fixtures/probe.js';

const columns = (last: number) => ({ acc: { steps: Float64Array.of(0, 1, 2), values: Float64Array.of(1, NaN, last) } });

describe('RunhueProvider runs', () => {
  test('an equal list written inline on each render changes nothing below', () => {
    const probe = renderHooks({ runs: fiveRuns() });
    const before = probe.now();
    probe.rerender({ runs: fiveRuns() });
    const after = probe.now();
    expect(after.runs).toBe(before.runs);
    for (const hook of ['keys', 'buckets', 'colors', 'legend', 'visible', 'highlight', 'problems', 'choices'] as const) {
      expect(after[hook], hook).toBe(before[hook]);
    }
  });

  test('an inline list settles without a render loop', () => {
    let renders = 0;
    function Count(): JSX.Element {
      const [, again] = useState(0);
      const { colorOf } = useRunColors();
      if (++renders > 50) throw new Error('render loop');
      return <button onClick={() => again((n) => n + 1)}>{colorOf('r0')}</button>;
    }
    function App(): JSX.Element {
      return (
        <RunhueProvider runs={fiveRuns()} settings={{ key: 'config:optimizer.name' }} keyLabels={{ acc: 'Accuracy' }} messages={{ key: 'K' }}>
          <Count />
        </RunhueProvider>
      );
    }
    const { rerender } = render(<App />);
    rerender(<App />);
    expect(renders).toBeLessThan(10);
  });

  test('a changed run is new and the others keep their identity, also when a run comes first in the list', () => {
    const probe = renderHooks({ runs: fiveRuns() });
    const before = probe.now().runs;
    const changed = fiveRuns().map((run) => (run.id === 'r2' ? { ...run, name: 'other' } : run));
    probe.rerender({ runs: [{ id: 'new' }, ...changed] });
    const after = probe.now().runs;
    expect(after.map(({ id }) => id)).toEqual(['new', 'r0', 'r1', 'r2', 'r3', 'r4']);
    expect(after.slice(1).map((run, i) => run === before[i])).toEqual([true, true, false, true, true]);
    expect(after[3]?.name).toBe('other');
  });

  test('typed columns with NaN made anew keep the run, one changed value does not', () => {
    const probe = renderHooks({ runs: [{ id: 'a', history: columns(3) }] });
    const [before] = probe.now().runs;
    probe.rerender({ runs: [{ id: 'a', history: columns(3) }] });
    expect(probe.now().runs[0]).toBe(before);
    probe.rerender({ runs: [{ id: 'a', history: columns(4) }] });
    expect(probe.now().runs[0]).not.toBe(before);
  });

  test('a createRuns result made inline keeps the runs that are equal', () => {
    const probe = renderHooks({ runs: createRuns(fiveRuns()) });
    const before = probe.now();
    probe.rerender({ runs: createRuns(fiveRuns()) });
    expect(probe.now().runs).toBe(before.runs);
    expect(probe.now().colors).toBe(before.colors);
    probe.rerender({ runs: createRuns([...fiveRuns(), { id: 'more' }]) });
    expect(probe.now().runs.slice(0, 5)).toEqual(before.runs);
    expect(probe.now().runs.slice(0, 5).every((run, i) => run === before.runs[i])).toBe(true);
  });

  test('inputs after a createRuns result are read again, not mistaken for earlier inputs', () => {
    const probe = renderHooks({ runs: [{ id: 'a', name: 'first' }] });
    probe.rerender({ runs: createRuns([{ id: 'a', name: 'second' }]) });
    probe.rerender({ runs: [{ id: 'a', name: 'first' }] });
    expect(probe.now().runs[0]?.name).toBe('first');
  });

  test('a choice outlives a new list of runs', () => {
    const probe = renderHooks({ runs: fiveRuns() });
    probe.act(({ choices }) => choices.setYValue('max'));
    probe.act(({ visible }) => visible.toggleRun('r1'));
    probe.rerender({ runs: [...fiveRuns(), { id: 'r5' }] });
    expect(probe.now().choices.settings.yValue).toBe('max');
    expect(probe.now().visible.isVisible('r1')).toBe(false);
  });

  test.each([null, undefined, [], 'x', { runs: 1 }])('runs %j give an empty kit and no exception', (runs) => {
    const probe = renderHooks({ runs: runs as never });
    expect(probe.now().runs).toEqual([]);
    expect(probe.now().legend.items).toEqual([]);
    expect(probe.now().choices.key).toBeNull();
    expect(probe.now().problems.runs.length).toBe(typeof runs === 'string' || (runs && 'runs' in runs) ? 1 : 0);
  });

  test('a run whose config contains itself is kept without its cycle on every render', () => {
    const cyclic = () => {
      const config: Record<string, unknown> = { lr: 1 };
      config['self'] = config;
      return [{ id: 'a', config: config as never }];
    };
    const probe = renderHooks({ runs: cyclic() });
    probe.rerender({ runs: cyclic() });
    expect(probe.now().runs[0]?.config).toEqual({ lr: 1 });
    expect(probe.now().problems.runs).toHaveLength(1);
  });

  test('a component without a provider throws an error that names the way out', () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(() => render(<RunTable />)).toThrow(/No RunhueProvider above .*<RunhueProvider runs=\{…\}>.*<RunWorkspace/);
    quiet.mockRestore();
  });

  test('the provider adds no element of its own', () => {
    const { container } = render(
      <RunhueProvider runs={fiveRuns()}>
        <p>inside</p>
      </RunhueProvider>,
    );
    expect(container.innerHTML).toBe('<p>inside</p>');
    expect(screen.getByText('inside')).toBeTruthy();
  });
});
