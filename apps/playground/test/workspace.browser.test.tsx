import '@runhue/react/styles.css';
import { RunWorkspace } from '@runhue/react';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { loadNanogpt } from '../src/data/load-runs.js';
import { RealRuns } from '../src/workspace/Workspace.stories.js';
import { expectedBuckets, lonelyPoints, plainSeries, type LonelyPoint } from './expected-colors.js';
import { colorAt, lineCanvas, readAxes, solidColors } from './plot-pixels.js';

const runs = await loadNanogpt();
const valLoss = plainSeries(runs, 'val/loss');
const highest = new Map(valLoss.map(({ id, values }) => [id, Math.max(...values.filter(Number.isFinite))]));
const bucketCount = 6;
const buckets = expectedBuckets(highest, bucketCount);

beforeEach(async () => {
  await page.viewport(1440, 900);
  await render(
    <div style={{ height: '100vh' }}>
      <RunWorkspace {...RealRuns.args} runs={runs} theme="light" />
    </div>,
  );
  await expect.poll(() => document.querySelectorAll('canvas.runhue-plot-lines').length).toBe(4);
});

const fill = (swatch: Element | null | undefined): string => swatch?.querySelector('rect')?.getAttribute('fill') ?? '';
const legendItems = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.runhue-legend-item')];
const legendColors = (): string[] => legendItems().map(fill);
const listColors = (): string[] => [...document.querySelectorAll('.runhue-bucket-list li')].map(fill);
const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.runhue-table-rows [data-run]')];

function tableColors(): Map<string, string> {
  return new Map(rows().map((row) => [row.dataset['run'] ?? '', fill(row)]));
}

/** Points clear of all other lines. */
const lonely = (): LonelyPoint[] => lonelyPoints(valLoss, readAxes('val/loss'), 5);

/** Points clear of lines of other colours. */
const telling = (): LonelyPoint[] =>
  lonelyPoints(valLoss, readAxes('val/loss'), 2, (id, other) => buckets.get(id) === buckets.get(other));

function lineColors(at: readonly LonelyPoint[]): Map<string, string | null> {
  const canvas = lineCanvas('val/loss');
  return new Map(at.map(({ id, x, y }) => [id, colorAt(canvas, x, y)]));
}

async function expectOneColoring(): Promise<void> {
  await expect.poll(() => legendColors().length).toBe(bucketCount);
  const colors = legendColors();
  expect(new Set(colors).size).toBe(bucketCount);
  expect(listColors()).toEqual(colors);
  const colorOf = (id: string): string | undefined => colors[buckets.get(id) ?? -1];
  expect(tableColors().size).toBeGreaterThan(20);
  for (const [id, color] of tableColors()) expect(color, `dot of ${id}`).toBe(colorOf(id));
  const at = telling();
  expect(at.length).toBeGreaterThan(20);
  expect(new Set(at.map(({ id }) => buckets.get(id))).size).toBeGreaterThan(1);
  await expect.poll(() => [...lineColors(at)].filter(([id, color]) => color !== colorOf(id))).toEqual([]);
}

/** A run that is in the table's view and whose line can be seen alone. */
function lonelyRow(): { point: LonelyPoint; eye: HTMLElement } {
  for (const point of lonely()) {
    const eye = document.querySelector<HTMLElement>(`[data-run="${point.id}"] .runhue-eye`);
    if (eye) return { point, eye };
  }
  throw new Error('No run in view has a line that lies apart.');
}

async function expectHiddenAlone(point: LonelyPoint, before: { table: Map<string, string>; lines: Map<string, string | null> }): Promise<void> {
  await expect.poll(() => lineColors([point]).get(point.id)).toBeNull();
  for (const [id, color] of tableColors()) expect(color, `dot of ${id}`).toBe(before.table.get(id) ?? color);
  const others = lonely().filter(({ id }) => id !== point.id);
  for (const [id, color] of lineColors(others)) expect(color, `line of ${id}`).toBe(before.lines.get(id));
}

async function expectOnlyColor(color: string): Promise<void> {
  for (const metric of ['val/loss', 'train/loss', 'train/step_loss', 'lr']) {
    await expect.poll(() => [...solidColors(lineCanvas(metric))], { message: metric }).toEqual([color]);
  }
}

test('Real runs are coloured by val/loss, Max, 6 buckets, by mouse', async () => {
  await userEvent.click(page.getByRole('button', { name: 'Settings' }));
  await userEvent.click(page.getByRole('button', { name: /^Runs/ }));
  await userEvent.click(page.getByRole('button', { name: 'Choose a key' }));
  await userEvent.click(page.getByRole('option', { name: /^train\/loss/ }));
  await expect.element(page.getByRole('toolbar', { name: 'Run colors: train/loss · latest' })).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Choose a key' }));
  await userEvent.click(page.getByRole('option', { name: /^val\/loss/ }));
  await userEvent.click(page.getByRole('radio', { name: 'Max' }), { force: true });
  await userEvent.click(page.getByRole('button', { name: 'Fewer buckets' }));
  await userEvent.click(page.getByRole('button', { name: 'More buckets' }));
  await expect.element(page.getByRole('toolbar', { name: 'Run colors: val/loss · max' })).toBeVisible();
  await expectOneColoring();

  const { point, eye } = lonelyRow();
  const before = { table: tableColors(), lines: lineColors(lonely()) };
  await userEvent.click(eye);
  await userEvent.hover(page.getByRole('heading', { name: 'Settings' }));
  await expectHiddenAlone(point, before);

  const item = legendItems()[1];
  if (!item) throw new Error('The legend has no second item.');
  const color = fill(item);
  await userEvent.click(item);
  await expectOnlyColor(color);
  await userEvent.click(item);
  await userEvent.hover(page.getByRole('heading', { name: 'Settings' }));
  await expect.poll(() => solidColors(lineCanvas('val/loss')).size).toBeGreaterThan(2);
});

test('Real runs are coloured by val/loss, Max, 6 buckets, by keyboard alone', async () => {
  await tabTo((element) => element.textContent === 'Settings');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await tabTo((element) => /^Runs/.test(element.textContent ?? ''));
  await userEvent.keyboard('{Enter}');
  await tabTo((element) => element.getAttribute('role') === 'combobox');
  for (const key of ['train/loss', 'val/loss']) {
    await userEvent.keyboard('{Control>}a{/Control}');
    await userEvent.keyboard(key);
    await expect.element(page.getByRole('option', { name: new RegExp(`^${key}`) })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('toolbar', { name: `Run colors: ${key} · latest` })).toBeVisible();
  }
  await tabTo((element) => element instanceof HTMLInputElement && element.type === 'radio' && element.value === 'latest');
  await userEvent.keyboard('{ArrowRight}');
  await tabTo((element) => element.getAttribute('role') === 'spinbutton');
  await userEvent.keyboard('{End}{ArrowDown}{ArrowDown}');
  await expect.element(page.getByRole('toolbar', { name: 'Run colors: val/loss · max' })).toBeVisible();
  await expectOneColoring();

  const { point, eye } = lonelyRow();
  const before = { table: tableColors(), lines: lineColors(lonely()) };
  await tabTo((element) => element.closest('[data-run]') !== null);
  await pressTo('{ArrowDown}', (element) => element.closest<HTMLElement>('[data-run]')?.dataset['run'] === point.id);
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}');
  await pressTo('{ArrowRight}', (element) => element === eye);
  await userEvent.keyboard('{Enter}');
  await expectHiddenAlone(point, before);

  await tabTo((element) => element.classList.contains('runhue-legend-item'));
  await userEvent.keyboard('{Home}{ArrowRight}{Enter}');
  const color = fill(legendItems()[1]);
  await expectOnlyColor(color);
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => solidColors(lineCanvas('val/loss')).size).toBeGreaterThan(2);
});

const tabTo = (wanted: (element: Element) => boolean): Promise<void> => pressTo('{Tab}', wanted);

async function pressTo(key: string, wanted: (element: Element) => boolean): Promise<void> {
  for (let presses = 0; presses < 100; presses++) {
    if (document.activeElement && wanted(document.activeElement)) return;
    await userEvent.keyboard(key);
  }
  throw new Error(`${key} never reached the wanted element.`);
}
