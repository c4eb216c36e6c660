import type { RunhueStore } from '@runhue/react';
import { createRunhueStore } from '@runhue/react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { drawer, openRunsPage, press, renderWorkspace } from './fixtures/workspace.js';

const edge = (below: number): HTMLElement =>
  drawer.getByRole('slider', { name: `Edge between buckets ${below} and ${below + 1}` }).element() as HTMLElement;

const edgesOf = (store: RunhueStore): readonly number[] => store.getState().settings.byKey['metric:acc']?.edges ?? [];

async function openEditor(): Promise<RunhueStore> {
  const store = createRunhueStore({ settings: { key: 'metric:acc' } });
  await renderWorkspace({ store });
  await openRunsPage();
  await expect.element(drawer.getByRole('slider').first()).toBeVisible();
  return store;
}

function point(type: string, target: Element, x: number, y: number, pressed: boolean): void {
  target.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, pointerId: 1, clientX: x, clientY: y, button: type === 'pointermove' ? -1 : 0, buttons: Number(pressed) }));
}

/** Drags an element by some px in steps, as a mouse does: with the pointer captured. */
async function drag(target: HTMLElement, by: number, steps: number, atEachStep: () => void): Promise<void> {
  const box = target.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + 8];
  // A made-up pointer cannot be captured; the browser says so, and the capture is all that is feigned.
  target.setPointerCapture = () => {};
  target.hasPointerCapture = () => true;
  point('pointerdown', target, x, y, true);
  for (let step = 1; step <= steps; step++) {
    point('pointermove', target, x + (by * step) / steps, y, true);
    await new Promise(requestAnimationFrame);
    atEachStep();
  }
  point('pointerup', target, x + by, y, false);
  point('lostpointercapture', target, x + by, y, false);
}

test('an edge follows the pointer live, in round numbers, between its neighbours, as one undo step', async () => {
  const store = await openEditor();
  const width = edge(1).parentElement?.getBoundingClientRect().width ?? 0;
  const seen = new Set<number | undefined>();
  await drag(edge(1), width * 0.1, 5, () => seen.add(edgesOf(store)[0]));
  expect(seen.size).toBe(5);
  expect(edgesOf(store)[0]).toBeCloseTo(0.29, 2);
  expect(String(edgesOf(store)[0]).length).toBeLessThanOrEqual(6);
  expect(store.getState().past).toHaveLength(1);
  expect(store.getState().settings.byKey['metric:acc']?.method).toBe('custom');
  await expect.element(drawer.getByText('Edges set by hand.')).toBeVisible();
  await drag(edge(1), width, 4, () => {});
  expect(edgesOf(store)[0]).toBeLessThan(edgesOf(store)[1] ?? 0);
  expect(store.getState().past).toHaveLength(2);
  await userEvent.click(drawer.getByRole('button', { name: 'Undo' }));
  await userEvent.click(drawer.getByRole('button', { name: 'Undo' }));
  expect(store.getState().settings.byKey['metric:acc']?.method).toBeUndefined();
});

test('edges are reached by Tab and moved by arrow keys; focus stays on the edge', async () => {
  const store = await openEditor();
  drawer.getByRole('button', { name: 'More buckets' }).element().focus();
  await press('{Tab}{ArrowRight}{ArrowRight}');
  expect(document.activeElement).toBe(edge(1));
  expect(edgesOf(store)[0]).toBeGreaterThan(0.193);
  await press('{Tab}{ArrowLeft}');
  expect(document.activeElement).toBe(edge(2));
  expect(store.getState().past).toHaveLength(3);
});

test('a typed edge: Escape takes the text back and leaves the drawer open', async () => {
  const store = await openEditor();
  await userEvent.click(drawer.getByRole('button', { name: /Edit bucket 2/ }));
  await userEvent.fill(drawer.getByRole('textbox', { name: 'To' }), 'nonsense');
  await expect.element(drawer.getByRole('alert')).toHaveTextContent('Type a number such as 0.85 or 1e-3.');
  await press('{Escape}');
  await expect.element(drawer).toBeVisible();
  expect(drawer.getByRole('alert').elements()).toHaveLength(0);
  await userEvent.fill(drawer.getByRole('textbox', { name: 'To' }), '0.5');
  await press('{Enter}');
  expect(edgesOf(store)[1]).toBe(0.5);
});
