import { appendHistory, createRuns, defaultColorSettings, type KeyId, type RunSet } from '@runhue/core';
import { BucketLegend, createRunhueStore, RunhueProvider, RunLinePlot, useColorSettings, useLegend, type ColorSettingsControl, type Legend } from '@runhue/react';
import '@runhue/react/styles.css';
import { useLayoutEffect, type JSX } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { ChartOptions } from '../contestant.js';
import { serve } from '../page.js';

const lossKey: KeyId = 'metric:loss';
const lrKey: KeyId = 'config:lr';

/** When lines were last put on a canvas: the kit works in slices, and between two of them the last picture stays. */
let drawnAt = 0;
CanvasRenderingContext2D.prototype.putImageData = new Proxy(CanvasRenderingContext2D.prototype.putImageData, {
  apply(put, canvas, words) {
    drawnAt = performance.now();
    return Reflect.apply(put, canvas, words);
  },
});

/** The hooks that an app would call from its own controls. */
interface Controls {
  readonly settings: ColorSettingsControl;
  readonly legend: Legend;
}

function Handles({ onChange }: { readonly onChange: (controls: Controls) => void }): null {
  const settings = useColorSettings();
  const legend = useLegend();
  useLayoutEffect(() => onChange({ settings, legend }), [onChange, settings, legend]);
  return null;
}

/** The whole kit: provider, plot in its Recharts frame, legend. Six buckets of equal size, so that hiding one hides a sixth. */
serve<RunSet>({
  prepare: ({ x, ys }) =>
    createRuns(
      ys.map((values, i) => ({
        id: `run-${i}`,
        name: `run ${i}`,
        config: { lr: 10 ** -(1 + ((i * 7919) % 997) / 250), group: `g${i % 6}` },
        history: { loss: { steps: x, values } },
      })),
    ),
  mount(root, prepared, { width, height, lineWidth }) {
    const store = createRunhueStore({
      settings: {
        ...defaultColorSettings,
        key: lossKey,
        bucketCount: 6,
        byKey: { [lossKey]: { method: 'quantile' }, [lrKey]: { method: 'quantile' } },
      },
    });
    let controls: Controls | null = null;
    const keepControls = (next: Controls): void => {
      controls = next;
    };
    const react = createRoot(root);
    let runs = prepared;
    let isSmooth = false;
    const render = (): void =>
      flushSync(() =>
        react.render(
          <RunhueProvider runs={runs} store={store} theme="light">
            <Kit width={width} height={height} lineWidth={lineWidth} isSmooth={isSmooth} />
            <Handles onChange={keepControls} />
          </RunhueProvider>,
        ),
      );
    render();
    const control = (): Controls => {
      if (!controls) throw new Error('The kit is not mounted.');
      return controls;
    };
    return {
      recolor: {
        count: (round) => control().settings.setBucketCount(round % 2 === 0 ? 6 : 4),
        palette: (round) => control().settings.setPalette(round % 2 === 0 ? 'runhue' : 'viridis'),
        key: (round) => control().settings.setKey(round % 2 === 0 ? lossKey : lrKey),
      },
      toggle: () => {
        const { items, toggle } = control().legend;
        if (items[0]) toggle(items[0].bucket.id);
      },
      zoom: (xDomain) => store.setState(({ view }) => ({ view: { ...view, xWindows: { ...view.xWindows, Step: xDomain } } })),
      reading() {
        const tip = root.querySelector<HTMLElement>('.runhue-plot-tooltip');
        return tip ? `${tip.textContent} ${tip.style.transform} ${tip.style.left} ${tip.style.top}` : '';
      },
      append(round) {
        const next = runs.runs.map((run) => {
          const start = run.history.get('loss')?.steps.length ?? 0;
          const rows = Array.from({ length: 10 }, (_, i) => ({ _step: start + i, loss: 0.2 + 0.05 * Math.sin(round + i) }));
          return appendHistory(run, rows);
        });
        runs = { runs: next, problems: [] };
        render();
      },
      smooth(on) {
        isSmooth = on;
        render();
      },
      unmount: () => react.unmount(),
    };
  },
  drawnAt: () => drawnAt,
});

const smoothing = { method: 'time-ema', amount: 0.8 } as const;

function Kit({ width, height, lineWidth, isSmooth }: ChartOptions & { readonly isSmooth: boolean }): JSX.Element {
  return (
    <div style={{ display: 'flex', width: width + 180 }}>
      <div style={{ flex: 'none', width }}>
        <RunLinePlot metric="loss" height={height + 40} lineWidth={lineWidth} smoothing={isSmooth ? smoothing : undefined} />
      </div>
      <BucketLegend />
    </div>
  );
}
