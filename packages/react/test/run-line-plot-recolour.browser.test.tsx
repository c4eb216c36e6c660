import type { RunInput } from '@runhue/core';
import { createRunhueStore, useColorSettings, useLegend, useVisibleRuns, type ColorSettingsControl, type Legend, type VisibleRuns } from '@runhue/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { App, countDraws, drawnPlot, inkAt, levels, settled, threeColors, type PlotApp } from './run-line-plot-probe.js';

afterEach(() => vi.restoreAllMocks());

interface Acts {
  readonly settings: ColorSettingsControl;
  readonly legend: Legend;
  readonly visible: VisibleRuns;
}

/** A plot of three runs with a value of the Key and one without, and what an app would call. */
async function plotWithActs(app: PlotApp = {}): Promise<{ plot: HTMLElement; acts: () => Acts }> {
  let acts: Acts | null = null;
  function Probe(): null {
    acts = { settings: useColorSettings(), legend: useLegend(), visible: useVisibleRuns() };
    return null;
  }
  const { container } = await render(<App {...app} runs={withoutValue} beside={<Probe />} />);
  const plot = await drawnPlot(container);
  await settled();
  return {
    plot,
    acts: () => {
      if (!acts) throw new Error('no probe');
      return acts;
    },
  };
}

/** A rank falls as the score rises. */
const withoutValue: RunInput[] = [
  ...levels.map((run, i) => ({ ...run, config: { rank: -i } })),
  { id: 'none', name: 'None', history: { loss: { steps: [0, 100], values: [1.5, 1.5] } } },
];

/** Every way to recolour, each with something to see. */
const recolourings: readonly (readonly [string, (acts: Acts) => void])[] = [
  ['another bucket count', ({ settings }) => settings.setBucketCount(2)],
  ['another palette', ({ settings }) => settings.setPalette('viridis')],
  ['another Key', ({ settings }) => settings.setKey('config:rank')],
  ['the palette turned round', ({ settings }) => settings.setReverse(true)],
];

describe('A recolouring of RunLinePlot', () => {
  test.each(recolourings)('%s draws the lines once, and touches neither axes nor any other element of the plot', async (_, recolour) => {
    const formatX = vi.fn((value: number) => String(value));
    const formatY = vi.fn((value: number) => String(value));
    const { plot, acts } = await plotWithActs({ plot: { formatX, formatY, endLabels: false } });
    const before = [1, 2, 3].map((level) => inkAt(plot, 50, level));
    formatX.mockClear();
    formatY.mockClear();
    const changes = new MutationObserver(() => {});
    changes.observe(plot, { subtree: true, childList: true, attributes: true, characterData: true });
    const draws = countDraws();
    recolour(acts());
    await settled();
    expect(draws.count).toBe(1);
    expect([1, 2, 3].map((level) => inkAt(plot, 50, level))).not.toEqual(before);
    expect([formatX.mock.calls, formatY.mock.calls]).toEqual([[], []]);
    expect(changes.takeRecords().map(({ target }) => target)).toEqual([]);
    changes.disconnect();
  });

  test('is on the canvas before the next frame, with the legend of the same settings', async () => {
    const { plot, acts } = await plotWithActs();
    acts().settings.setBucketCount(2);
    await Promise.resolve();
    expect(acts().legend.items.filter(({ bucket }) => bucket.kind === 'range')).toHaveLength(2);
    expect(inkAt(plot, 50, 1)).toBe(acts().legend.items[0]?.style.color);
    expect(inkAt(plot, 50, 2)).toBe(acts().legend.items[1]?.style.color);
  });

  test('that gives every run the look it has draws nothing: a colour of its own, a hidden run, that the plot does not have', async () => {
    const { acts } = await plotWithActs();
    acts().legend.toggle(acts().legend.items[0]?.bucket.id ?? '');
    await settled();
    const draws = countDraws();
    acts().settings.setRunColor('absent', '#123456');
    await settled();
    acts().visible.toggleRun('absent');
    await settled();
    acts().settings.setRunColor('absent', null);
    await settled();
    expect(draws.count).toBe(0);
  });

  test('draws a run in its own colour, and in that of its bucket once that is taken back', async () => {
    const { plot, acts } = await plotWithActs();
    acts().settings.setRunColor('run-2', '#123456');
    await settled();
    expect([1, 2, 3].map((level) => inkAt(plot, 50, level))).toEqual([threeColors[0], '#123456', threeColors[2]]);
    acts().settings.setRunColor('run-2', null);
    await settled();
    expect([1, 2, 3].map((level) => inkAt(plot, 50, level))).toEqual([...threeColors]);
  });

  test('of a shared store recolours the plots of every provider', async () => {
    const store = createRunhueStore({ settings: { key: 'metric:score', bucketCount: 3 } });
    const { container } = await render(
      <>
        <App provider={{ store }} />
        <App provider={{ store }} />
      </>,
    );
    const plots = [await drawnPlot(container, 0), await drawnPlot(container, 1)];
    const draws = countDraws();
    store.setState((state) => ({ settings: { ...state.settings, reverse: true } }));
    await settled();
    expect(draws.count).toBe(2);
    for (const plot of plots) expect([1, 2, 3].map((level) => inkAt(plot, 50, level))).toEqual([...threeColors].reverse());
  });
});
