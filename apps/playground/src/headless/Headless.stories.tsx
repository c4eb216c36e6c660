import type { HistoryColumns, RunInput } from '@runhue/core';
import { RunhueProvider, useColorSettings, useHighlight, useLegend, useRunColors, useVisibleRuns } from '@runhue/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { expect, userEvent, waitFor } from 'storybook/test';
import { makeRuns } from '../data/made-runs.js';
import { stageProps } from '../story-stage.js';

const runs = makeRuns({ runs: 20, points: 60, seed: 12 });
const [width, height] = [640, 280];

/** A plain SVG: a path per run, in the kit's colour and dash. */
function Chart({ metric }: { readonly metric: string }): ReactElement {
  const { styleOf } = useRunColors();
  const { isVisible } = useVisibleRuns();
  const { runIds, highlightRun } = useHighlight();
  return (
    <svg viewBox={`0 0 ${width} ${height}`} style={{ width, maxWidth: '100%' }} role="img" aria-label={`${metric} by step`} onPointerLeave={() => highlightRun(null)}>
      {runs.map((run) => {
        const id = String(run.id);
        const { color, dash } = styleOf(id);
        if (!isVisible(id)) return null;
        return (
          <path
            key={id}
            d={pathOf(run, metric)}
            fill="none"
            stroke={color}
            strokeDasharray={dash?.join(' ')}
            strokeWidth={runIds?.has(id) ? 3 : 1.5}
            opacity={runIds && !runIds.has(id) ? 0.2 : 1}
            onPointerEnter={() => highlightRun(id)}
          />
        );
      })}
    </svg>
  );
}

/** The same legend items in the app's own markup, colours and dashes. */
function Legend(): ReactElement {
  const { title, items, dashes, isShown, toggle, highlight } = useLegend();
  return (
    <div>
      <h2 style={{ font: '600 14px system-ui' }}>{title}</h2>
      <ul style={{ listStyle: 'none', padding: 0 }}>
        {items.map(({ id, label, count, style }) => (
          <li key={id}>
            <label style={{ display: 'flex', alignItems: 'center', gap: 8, minHeight: 24 }} onPointerEnter={() => highlight(id)} onPointerLeave={() => highlight(null)}>
              <input type="checkbox" checked={isShown(id)} onChange={() => toggle(id)} style={{ accentColor: style.color }} />
              {label} ({count})
            </label>
          </li>
        ))}
      </ul>
      {dashes && (
        <>
          <h2 style={{ font: '600 14px system-ui' }}>{dashes.title}</h2>
          <ul style={{ listStyle: 'none', padding: 0 }}>
            {dashes.items.map(({ id, label, dash }) => (
              <li key={id}>
                <svg width={40} height={10} aria-hidden="true">
                  <path d="M0 5h40" stroke="currentColor" strokeWidth={2} strokeDasharray={dash?.join(' ')} />
                </svg>{' '}
                {label}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Controls(): ReactElement {
  const { settings, setBucketCount } = useColorSettings();
  return (
    <label>
      Buckets{' '}
      <select value={settings.bucketCount} onChange={(event) => setBucketCount(Number(event.currentTarget.value))}>
        {[2, 3, 4, 5, 6, 7, 8].map((count) => (
          <option key={count}>{count}</option>
        ))}
      </select>
    </label>
  );
}

const meta: Meta = { title: 'Headless' };
export default meta;

/** Legend items, colours, dashes and settings from hooks; not one component of the kit. */
export const PlainSvg: StoryObj = {
  name: 'Plain SVG',
  render: (_, { globals }) => (
    <RunhueProvider runs={runs} {...stageProps(globals)} defaultSettings={{ key: 'metric:acc', yValue: 'max', dashKey: 'config:optimizer' }}>
      <main style={{ padding: 16, display: 'flex', flexWrap: 'wrap', gap: 24, font: '13px system-ui' }}>
        <div>
          <h1 style={{ font: '600 16px system-ui' }}>Any chart</h1>
          <Chart metric="acc" />
          <p>
            <Controls />
          </p>
        </div>
        <Legend />
      </main>
    </RunhueProvider>
  ),
  play: async ({ canvas, canvasElement }) => {
    const strokes = (): number => new Set([...canvasElement.querySelectorAll('[role=img] path')].map((path) => path.getAttribute('stroke'))).size;
    await expect(canvasElement.querySelector('.runhue')).toBeNull();
    const shown = strokes();
    const [first] = canvas.getAllByRole('checkbox');
    if (!first) throw new Error('The legend has no items.');
    await userEvent.click(first);
    await waitFor(() => expect(strokes()).toBe(shown - 1));
    await userEvent.click(first);
    await userEvent.selectOptions(canvas.getByRole('combobox'), '3');
    await waitFor(() => expect(canvas.getAllByRole('checkbox')).toHaveLength(3));
  },
};

function pathOf({ history }: RunInput, metric: string): string {
  const series = (history as HistoryColumns)[metric];
  if (!series) return '';
  const last = Number(series.steps[series.steps.length - 1] ?? 1);
  return Array.from(series.values, (value, i) => `${i === 0 ? 'M' : 'L'}${((Number(series.steps[i]) / last) * width).toFixed(1)} ${((1 - Number(value)) * height).toFixed(1)}`).join('');
}
