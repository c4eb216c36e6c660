import axe from 'axe-core';
import { createRunhueStore } from '@runhue/react';
import { afterEach, describe, expect, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { renderWorkspace } from './fixtures/workspace.js';

/** As if the person's system asked for it. */
async function prefer(feature: string, value: string): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: feature, value }] });
}

afterEach(async () => {
  await cdp().send('Emulation.setEmulatedMedia', { features: [] });
  document.body.style.background = '';
});

/** What axe finds wrong, in words. */
async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document.body, {
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`);
}

async function openDrawer(gear: string): Promise<void> {
  await userEvent.click(page.getByRole('button', { name: gear, exact: true }));
  await expect.element(page.getByRole('dialog', { name: gear })).toBeVisible();
}

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  test.each([
    ['en', 'Settings', 'Choose a key'],
    ['ko', '설정', 'Key 선택'],
  ] as const)('axe finds nothing in %s: workspace, drawer, each page, open list', async (locale, gear, chooseKey) => {
    document.body.style.background = theme === 'dark' ? '#111418' : '#fafafa';
    const store = createRunhueStore({ settings: { key: 'metric:acc', bucketCount: 99 } });
    await renderWorkspace({ theme, locale, store, title: 'Project' });
    expect(await violations()).toEqual([]);
    await openDrawer(gear);
    expect(await violations()).toEqual([]);
    for (const name of ['data', 'runs']) {
      await userEvent.click(page.elementLocator(document.querySelector(`[data-page="${name}"]`) as Element));
      await expect.poll(() => document.querySelector('.runhue-breadcrumb')).not.toBeNull();
      expect(await violations()).toEqual([]);
      if (name === 'data') await userEvent.click(page.getByRole('button', { name: locale === 'ko' ? '뒤로' : 'Back' }));
    }
    await userEvent.click(page.getByRole('button', { name: chooseKey }));
    await expect.poll(() => page.getByRole('option').elements().length).toBeGreaterThan(3);
    expect(await violations()).toEqual([]);
  });
});

test('axe finds nothing when Y value and count do not apply, and when a search finds no run', async () => {
  const store = createRunhueStore({ settings: { key: 'config:kind' } });
  await renderWorkspace({ store });
  await openDrawer('Settings');
  await userEvent.click(page.elementLocator(document.querySelector('[data-page="runs"]') as Element));
  await userEvent.fill(page.getByRole('searchbox', { name: 'Search runs' }), 'zzz');
  await expect.element(page.getByText('No run matches.')).toBeVisible();
  expect(await violations()).toEqual([]);
});

test('every control is at least 24 × 24 px to the pointer', async () => {
  await renderWorkspace({ onRunClick: () => {} });
  await openDrawer('Settings');
  const tooSmall = (): string[] =>
    [...document.querySelectorAll<HTMLElement>('.runhue :is(button, input, label), .runhue-popup-item')]
      .map((element) => (element instanceof HTMLInputElement ? (element.closest('label') ?? element) : element))
      .filter((element) => element.getClientRects().length > 0 && !element.matches('.runhue-label, .runhue-link, [aria-hidden="true"]'))
      .filter((element) => Math.min(element.getBoundingClientRect().width, element.getBoundingClientRect().height) < 24)
      .map((element) => element.outerHTML.slice(0, 120));
  expect(tooSmall()).toEqual([]);
  await userEvent.click(page.elementLocator(document.querySelector('[data-page="runs"]') as Element));
  await userEvent.click(page.getByRole('button', { name: 'Choose a key' }));
  await expect.poll(() => page.getByRole('option').elements().length).toBeGreaterThan(3);
  expect(tooSmall()).toEqual([]);
});

test('keyboard focus is always visible', async () => {
  await renderWorkspace();
  const unseen: string[] = [];
  for (let i = 0; i < 12; i++) {
    await userEvent.keyboard('{Tab}');
    const element = document.activeElement;
    if (!element || element === document.body) continue;
    const shown = [element, element.parentElement, element.closest('.runhue-combobox, .runhue-line-plot')].some(
      (candidate) => candidate && getComputedStyle(candidate).outlineStyle !== 'none',
    );
    if (!shown) unseen.push(element.outerHTML.slice(0, 120));
  }
  expect(unseen).toEqual([]);
});

test('under reduced motion nothing moves', async () => {
  await prefer('prefers-reduced-motion', 'reduce');
  await renderWorkspace({ loading: true, runs: [] });
  await openDrawer('Settings');
  const moving = [...document.querySelectorAll('.runhue, .runhue *')].filter((element) => {
    const { animationName, transitionProperty } = getComputedStyle(element);
    return animationName !== 'none' || transitionProperty !== 'none';
  });
  expect(moving.map(({ className }) => className)).toEqual([]);
});

test('under forced colours swatches keep colours that tell the buckets apart', async () => {
  await renderWorkspace();
  const looks = (): string[] =>
    [...document.querySelectorAll('.runhue-legend-item .runhue-swatch')].map(({ lastElementChild: mark }) => {
      const { fill, stroke } = getComputedStyle(mark as Element);
      return mark?.tagName === 'rect' ? fill : stroke;
    });
  await expect.poll(() => new Set(looks()).size).toBe(5);
  await prefer('forced-colors', 'active');
  await expect.poll(() => matchMedia('(forced-colors: active)').matches).toBe(true);
  expect(new Set(looks()).size).toBe(5);
});
