import { defaultColorSettings, parseColorSettings, type ColorSettings, type KeyId, type KeySettingsPatch } from '@runhue/core';
import { cleanup } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { renderHooks, type Hooks } from './fixtures/probe.js';
import { fiveRuns } from './fixtures/runs.js';

const acc: KeyId = 'metric:acc';

beforeEach(() => {
  localStorage.clear();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

describe('useColorSettings repairs and reports what makes no sense', () => {
  test.each([[0, 2], [1, 2], [9, 8], [2.5, 3], [NaN, 5]])('setBucketCount(%d) uses %d', (given, used) => {
    const probe = renderHooks({ runs: fiveRuns(), defaultSettings: { bucketCount: 4 } });
    probe.act(({ choices }) => choices.setBucketCount(given));
    expect(probe.now().choices.settings.bucketCount).toBe(used);
    expect(probe.now().problems.settings.map(({ path }) => path)).toEqual(['bucketCount']);
  });

  test('setSettings fills in what is missing, without a problem', () => {
    const probe = renderHooks({ runs: fiveRuns(), defaultSettings: { yValue: 'max' } });
    probe.act(({ choices }) => choices.setSettings({ key: acc } as ColorSettings));
    expect(probe.now().choices.settings).toEqual({ ...defaultColorSettings, key: acc });
    expect(probe.now().problems.settings).toEqual([]);
  });

  test('setKeySettings with broken edges leaves them out, names them, and saves only what can be used', () => {
    const probe = renderHooks({ runs: fiveRuns(), storageKey: 'mine' });
    probe.act(({ choices }) => choices.setKeySettings(acc, { method: 'custom', edges: 'x' as never }));
    expect(probe.now().choices.settings.byKey[acc]).toEqual({ method: 'custom' });
    expect(probe.now().problems.settings).toMatchObject([{ path: 'byKey["metric:acc"].edges', code: 'invalid' }]);
    expect(localStorage.getItem('mine')).not.toContain('"x"');
  });

  test('what is repaired to the settings in force is no step, and of a setting only the latest problem is kept', () => {
    const probe = renderHooks({ runs: fiveRuns() });
    probe.act(({ choices }) => choices.setBucketCount(NaN));
    probe.act(({ choices }) => choices.setBucketCount(5.1));
    expect(probe.now().choices.canUndo).toBe(false);
    expect(probe.now().problems.settings).toMatchObject([{ path: 'bucketCount', message: expect.stringContaining('5.1') }]);
  });

  test('an app that controls the settings is asked for repaired ones, and the problem stays', () => {
    const props = { runs: fiveRuns(), settings: { bucketCount: 4 } };
    const onSettingsChange = vi.fn<(settings: ColorSettings) => void>();
    const probe = renderHooks({ ...props, onSettingsChange });
    probe.act(({ choices }) => choices.setBucketCount(11));
    const [asked] = onSettingsChange.mock.calls[0] ?? [];
    expect(asked?.bucketCount).toBe(8);
    probe.rerender({ ...props, ...(asked && { settings: asked }), onSettingsChange });
    expect(probe.now().choices).toMatchObject({ settings: { bucketCount: 8 }, canUndo: true });
    expect(probe.now().problems.settings.map(({ path }) => path)).toEqual(['bucketCount']);
  });
});

describe('whatever an app gives', () => {
  const junk = fc.oneof(
    fc.anything({ maxDepth: 2, maxKeys: 3, withNullPrototype: false }),
    fc.constantFrom<unknown>(acc, 'config:optimizer.lr', 'config:optimizer.name', 'metric:none', 'max', 'visible', 'original', 3, [0.1, 0.3], '#abcdef'),
  );
  const keySettings = fc.record(
    { method: fc.oneof(junk, fc.constantFrom('log', 'custom', 'quantile', 'natural', 'continuous')), edges: junk, domain: junk, pivot: junk, symmetric: junk, bucketOverrides: junk, categoryOrder: junk, ordered: junk, filter: junk },
    { requiredKeys: [] },
  );
  const byKey = fc.oneof(junk, fc.dictionary(fc.constantFrom(acc, 'config:optimizer.name', 'no key'), fc.oneof(junk, keySettings)));
  const fields = { version: junk, mode: junk, key: junk, yValue: junk, bucketCount: junk, scope: junk, palette: junk, reverse: junk, dashKey: junk, categoricalPalette: junk, originalSeed: junk, runColors: junk, byKey };
  const settings = fc.oneof(junk, fc.record(fields, { requiredKeys: [] }));

  const act = fc.oneof(
    fc.tuple(fc.constantFrom('setMode', 'setKey', 'setYValue', 'setBucketCount', 'setScope', 'setPalette', 'setReverse', 'setDashKey', 'setCategoricalPalette'), junk),
    fc.tuple(fc.constant('setSettings'), settings),
    fc.tuple(fc.constant('setKeySettings'), fc.constantFrom(acc, 'config:optimizer.name', 'no key'), fc.oneof(keySettings, junk)),
    fc.tuple(fc.constant('setRunColor'), fc.constantFrom('r0', '__proto__'), junk),
    fc.tuple(fc.constantFrom('undo', 'redo', 'shuffleOriginalColors')),
  );

  function expectUsable({ choices, legend, colors, runs }: Hooks): void {
    expect(parseColorSettings(choices.settings).problems).toEqual([]);
    expect(legend.items.reduce((sum, { count }) => sum + count, 0)).toBe(runs.length);
    for (const { id } of runs) expect(colors.colorOf(id)).toMatch(/^#[0-9a-f]{6}$/);
  }

  test('as settings, every hook answers with settings that can be used', () => {
    fc.assert(
      fc.property(settings, settings, (given, next) => {
        const probe = renderHooks({ runs: fiveRuns(), defaultSettings: given as never });
        expectUsable(probe.now());
        cleanup();
        const controlled = renderHooks({ runs: fiveRuns(), settings: given as never });
        controlled.rerender({ runs: fiveRuns(), settings: next as never });
        expectUsable(controlled.now());
        cleanup();
      }),
      { numRuns: 60 },
    );
  });

  test('to the acts of useColorSettings, every hook answers with settings that can be used', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 4 }), (acts) => {
        const probe = renderHooks({ runs: fiveRuns(), defaultSettings: { key: acc } });
        for (const [name, ...given] of acts) {
          probe.act(({ choices }) => (choices[name as 'setKeySettings'] as (...all: unknown[]) => void)(...given));
          expectUsable(probe.now());
        }
        cleanup();
      }),
      { numRuns: 100 },
    );
  });

  test('setKeySettings takes a patch that is none for no change', () => {
    const probe = renderHooks({ runs: fiveRuns() });
    probe.act(({ choices }) => choices.setKeySettings(acc, null as unknown as KeySettingsPatch));
    expect(probe.now().choices.canUndo).toBe(false);
  });
});
