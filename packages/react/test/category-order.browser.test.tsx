import { createRunhueStore, type RunhueStore } from '@runhue/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { categoryRuns } from './fixtures/runs.js';
import { drawer, openRunsPage, press, renderWorkspace } from './fixtures/workspace.js';

const key = 'config:kind';
let store: RunhueStore;

beforeEach(async () => {
  store = createRunhueStore({ settings: { key, byKey: { [key]: { ordered: true } } } });
  await renderWorkspace({ store, runs: categoryRuns(['huge', 'large', 'medium', 'small']) });
  await openRunsPage();
  await expect.element(drawer.getByRole('button', { name: 'Move small up' })).toBeVisible();
});

const rows = (): Element[] => [...drawer.element().querySelectorAll('.runhue-bucket-list > li')];
const labels = (): (string | undefined)[] => rows().map((row) => row.querySelector('.runhue-bucket-label')?.textContent);

function point(type: string, target: EventTarget, { x, y }: { x: number; y: number }, pointerType: string): void {
  target.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, pointerId: 7, pointerType, clientX: x, clientY: y, button: type === 'pointermove' ? -1 : 0, view: window }));
}

/** Takes a row by a part of it and carries it over another row. */
async function carry(from: number, part: string, over: number, pointerType: 'mouse' | 'touch'): Promise<{ x: number; y: number }> {
  const taken = rows()[from]?.querySelector(part);
  const box = taken?.getBoundingClientRect();
  const goal = rows()[over]?.getBoundingClientRect();
  if (!taken || !box || !goal) throw new Error('nothing to take');
  const start = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  const end = { x: start.x, y: goal.top + goal.height * (over > from ? 0.8 : 0.2) };
  point('pointerdown', taken, start, pointerType);
  for (let step = 1; step <= 4; step++) point('pointermove', window, { x: start.x, y: start.y + ((end.y - start.y) * step) / 4 }, pointerType);
  return end;
}

describe('Rows of an ordered Key', () => {
  test('are carried by a finger on their grip to where a line shows, as one undo step, told in words', async () => {
    const end = await carry(3, '.runhue-grip', 1, 'touch');
    await expect.poll(() => rows().map((row) => row.getAttribute('data-drag'))).toEqual([null, 'above', null, 'dragged']);
    expect(store.getState().past).toHaveLength(0);
    point('pointerup', window, end, 'touch');
    await expect.poll(labels).toEqual(['huge', 'small', 'large', 'medium']);
    expect(store.getState().past).toHaveLength(1);
    await expect.element(drawer.getByText('small is now 2 of 4.')).toBeInTheDocument();
  });

  test('are carried by the mouse from anywhere on them', async () => {
    const end = await carry(0, '.runhue-bucket-label', 2, 'mouse');
    await expect.poll(() => rows()[2]?.getAttribute('data-drag')).toBe('below');
    point('pointerup', window, end, 'mouse');
    await expect.poll(labels).toEqual(['large', 'medium', 'huge', 'small']);
  });

  test('let a finger scroll the list that touches them elsewhere', async () => {
    const end = await carry(0, '.runhue-bucket-label', 2, 'touch');
    point('pointerup', window, end, 'touch');
    expect(labels()).toEqual(['huge', 'large', 'medium', 'small']);
  });

  test('go back on Escape, which leaves the drawer open', async () => {
    await carry(0, '.runhue-bucket-label', 3, 'mouse');
    await expect.poll(() => rows()[3]?.getAttribute('data-drag')).toBe('below');
    await press('{Escape}');
    await expect.element(drawer).toBeVisible();
    expect(labels()).toEqual(['huge', 'large', 'medium', 'small']);
    expect(store.getState().past).toHaveLength(0);
  });
});
