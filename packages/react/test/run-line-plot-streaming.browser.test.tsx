import { appendHistory, createRuns, type RunSet } from '@runhue/core';
import { RunhueProvider, RunLinePlot } from '@runhue/react';
import type { JSX } from 'react';
import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { drawnPlot, levels, pixelsOf, settled, tickTexts } from './run-line-plot-probe.js';

function Live({ runs }: { readonly runs: RunSet }): JSX.Element {
  return (
    <RunhueProvider runs={runs} theme="light" defaultSettings={{ key: 'metric:score', bucketCount: 3 }}>
      <div style={{ width: 640 }}>
        <RunLinePlot metric="loss" height={300} />
      </div>
    </RunhueProvider>
  );
}

/** Each run goes on at its level to further steps. */
function grown({ runs, problems }: RunSet, ...steps: number[]): RunSet {
  return { runs: runs.map((run, i) => appendHistory(run, steps.map((step) => ({ _step: step, loss: i + 1 })))), problems };
}

async function renderLive() {
  const first = createRuns(levels);
  const { container, rerender } = await render(<Live runs={first} />);
  const plot = await drawnPlot(container);
  const show = async (runs: RunSet): Promise<void> => {
    await rerender(<Live runs={runs} />);
    await settled();
  };
  const lastX = (): number => Number(tickTexts(plot, 'x').at(-1));
  return { plot, first, show, lastX };
}

/** The last column with ink in rows of the lines. */
function inkEnd(plot: Element): number {
  const { data, width, height } = pixelsOf(plot);
  for (let x = width - 1; x >= 0; x--) for (let y = 0; y < height; y++) if ((data[(y * width + x) * 4 + 3] ?? 0) > 200) return x / width;
  return 0;
}

describe('RunLinePlot while runs grow', () => {
  test('fills the x axis as long as no points have come', async () => {
    const { plot, first, show } = await renderLive();
    expect(inkEnd(plot)).toBeGreaterThan(0.97);
    await show({ ...first });
    expect(inkEnd(plot)).toBeGreaterThan(0.97);
  });

  test('leaves room at the right once points have come, and lengthens the axis only when they reach its end', async () => {
    const { plot, first, show, lastX } = await renderLive();
    expect(lastX()).toBe(100);
    await show(grown(first, 104));
    expect(lastX()).toBe(125);
    expect(inkEnd(plot)).toBeLessThan(0.9);
    await show(grown(first, 104, 110, 120));
    expect(lastX()).toBe(125);
    await show(grown(first, 104, 110, 120, 126));
    expect(lastX()).toBeGreaterThan(126);
  });

  test('moves neither axes nor the lines that were there when points come', async () => {
    const { plot, first, show } = await renderLive();
    await show(grown(first, 104));
    const frame = plot.querySelector('.recharts-surface')!;
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    observer.observe(frame, { subtree: true, childList: true, attributes: true, characterData: true });
    const left = (): string => {
      const { data, width, height } = pixelsOf(plot);
      const until = Math.floor(width * 0.8);
      return Array.from({ length: height }, (_, y) => data.slice(y * width * 4, (y * width + until) * 4).join(' ')).join('\n');
    };
    const before = left();
    const end = inkEnd(plot);
    await show(grown(first, 104, 110, 116));
    expect(left()).toBe(before);
    expect(inkEnd(plot)).toBeGreaterThan(end);
    expect([...changes, ...observer.takeRecords()]).toHaveLength(0);
  });

  test('fills the axis again with other runs', async () => {
    const { plot, first, show, lastX } = await renderLive();
    await show(grown(first, 104));
    await show(createRuns(levels.map((run) => ({ ...run, id: `other-${run.id}` }))));
    expect(lastX()).toBe(100);
    expect(inkEnd(plot)).toBeGreaterThan(0.97);
  });
});
