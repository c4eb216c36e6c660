import { appendHistory, createRuns, type RunSet } from '@runhue/core';
import { createRunhueStore, RunhueProvider, RunLinePlot, type RunLinePlotProps } from '@runhue/react';
import type { JSX } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { userEvent } from 'vitest/browser';
import { countDraws, drawnPlot, inkAt, levels, pixelsOf, settled, surfaceOf, threeColors, tickTexts } from './run-line-plot-probe.js';

const store = () => createRunhueStore({ settings: { key: 'metric:score', bucketCount: 3 } });
type Store = ReturnType<typeof store>;

function Live({ runs, store: own, plot }: { runs: RunSet; store: Store; plot?: Partial<RunLinePlotProps> }): JSX.Element {
  return (
    <RunhueProvider runs={runs} theme="light" store={own}>
      <div style={{ width: 640 }}>
        <RunLinePlot metric="loss" height={300} {...plot} />
      </div>
    </RunhueProvider>
  );
}

/** Each run goes on at its level to a further step. */
function grown({ runs, problems }: RunSet, step: number, level = (i: number): number => i + 1): RunSet {
  return { runs: runs.map((run, i) => appendHistory(run, [{ _step: step, loss: level(i) }])), problems };
}

async function renderLive(plot?: Partial<RunLinePlotProps>) {
  const first = createRuns(levels);
  const own = store();
  const result = await render(<Live runs={first} store={own} plot={plot} />);
  const element = await drawnPlot(result.container);
  const show = async (runs: RunSet): Promise<void> => {
    await result.rerender(<Live runs={runs} store={own} plot={plot} />);
    await settled();
  };
  return { ...result, plot: element, first, show };
}

const pauseButton = (plot: Element): HTMLElement | null => plot.querySelector('button[aria-label="Pause this plot"]');
const resumeButton = (plot: Element): HTMLElement | null => plot.querySelector('.runhue-plot-resume');
const said = (plot: Element): string | undefined => resumeButton(plot)?.lastElementChild?.textContent ?? undefined;
const bytes = (plot: Element): string => pixelsOf(plot).data.join(' ');

describe('The pause button', () => {
  test('is there once points have come after the first, or when the app says that the plot is live', async () => {
    const { plot, first, show } = await renderLive();
    expect(pauseButton(plot)).toBeNull();
    await show({ ...first });
    expect(pauseButton(plot)).toBeNull();
    await show(grown(first, 120));
    expect(pauseButton(plot)).not.toBeNull();
    const live = await renderLive({ live: true });
    expect(pauseButton(live.plot)).not.toBeNull();
    const never = await renderLive({ live: false });
    await never.show(grown(never.first, 120));
    expect(pauseButton(never.plot)).toBeNull();
  });

  test('is not offered because the first runs came late', async () => {
    const own = store();
    const result = await render(<Live runs={{ runs: [], problems: [] }} store={own} />);
    await result.rerender(<Live runs={createRuns(levels)} store={own} />);
    const plot = await drawnPlot(result.container);
    expect(pauseButton(plot)).toBeNull();
  });

  test('keeps the picture and the axes while runs grow, says what waits, and shows it all when it goes on', async () => {
    const { plot, first, show } = await renderLive({ live: true });
    const [before, ticks] = [bytes(plot), tickTexts(plot, 'x')];
    await userEvent.click(pauseButton(plot) ?? plot);
    expect(said(plot)).toBe('paused');
    const draws = countDraws();
    const more = grown(grown(first, 150), 200);
    await show(more);
    expect(said(plot)).toBe('paused · 6 new points');
    const added = createRuns([{ id: 'new', history: { loss: { steps: [0, 200], values: [9, 9] }, score: { steps: [0], values: [2.2] } } }]);
    await show({ runs: [...more.runs, ...added.runs], problems: [] });
    expect(said(plot)).toBe('paused · 8 new points · 1 new run');
    expect(draws.count).toBe(0);
    expect(bytes(plot)).toBe(before);
    expect(tickTexts(plot, 'x')).toEqual(ticks);
    await userEvent.click(resumeButton(plot) ?? plot);
    await vi.waitFor(() => expect(tickTexts(plot, 'x').at(-1)).toBe('250'));
    await vi.waitFor(() => expect(inkAt(plot, 180, 2)).toBe(threeColors[1]));
    expect(inkAt(plot, 180, 9)).not.toBeNull();
    expect(pauseButton(plot)).not.toBeNull();
  });

  test('works by keys and keeps the focus', async () => {
    const { plot } = await renderLive({ live: true });
    pauseButton(plot)?.focus();
    await userEvent.keyboard('{Enter}');
    expect(resumeButton(plot)).not.toBeNull();
    expect(document.activeElement).toBe(resumeButton(plot));
    await userEvent.keyboard(' ');
    expect(resumeButton(plot)).toBeNull();
    expect(document.activeElement).toBe(pauseButton(plot));
  });

  test('leaves a paused plot readable', async () => {
    const { plot, first, show } = await renderLive({ live: true });
    await userEvent.click(pauseButton(plot) ?? plot);
    await show(grown(first, 400));
    surfaceOf(plot).focus();
    await userEvent.keyboard('{End}');
    await vi.waitFor(() => expect(document.querySelector('[role="tooltip"]')?.textContent).toContain('Step100'));
  });
});

describe('A plot whose runs grow', () => {
  test('never shows an empty frame in between', async () => {
    const { plot, first, rerender } = await renderLive();
    const seen: (string | null)[] = [];
    let on = true;
    const look = (): void => {
      if (!on) return;
      seen.push(inkAt(plot, 50, 2));
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    const own = store();
    let runs = first;
    for (let step = 110; step < 200; step += 10) {
      runs = grown(runs, step);
      await rerender(<Live runs={runs} store={own} />);
      await settled();
    }
    on = false;
    expect(seen.length).toBeGreaterThan(10);
    expect(new Set(seen)).toEqual(new Set([threeColors[1]]));
  });

  test('keeps each colour until an edge of a bucket moves', async () => {
    const { plot, first, show } = await renderLive();
    const longer = grown(first, 110);
    await show(longer);
    for (const level of [1, 2, 3]) await vi.waitFor(() => expect(inkAt(plot, 50, level)).toBe(threeColors[level - 1]));
    // Another value of the Key, within the extent: run 2 goes into the first bucket, the others stay.
    const moved = { ...longer, runs: longer.runs.map((run, i) => (i === 1 ? appendHistory(run, [{ _step: 1, score: 1.2 }]) : run)) };
    await show(moved);
    await vi.waitFor(() => expect(inkAt(plot, 50, 2)).toBe(threeColors[0]));
    expect([inkAt(plot, 50, 1), inkAt(plot, 50, 3)]).toEqual([threeColors[0], threeColors[2]]);
    // The extent grows tenfold: every edge moves.
    const wide = { ...moved, runs: moved.runs.map((run, i) => (i === 0 ? appendHistory(run, [{ _step: 1, score: 33 }]) : run)) };
    await show(wide);
    await vi.waitFor(() => expect(inkAt(plot, 50, 3)).toBe(threeColors[0]));
    expect(inkAt(plot, 50, 1)).toBe(threeColors[2]);
  });
});
