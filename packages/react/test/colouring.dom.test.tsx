import { defaultColorSettings } from '@runhue/core';
import { describe, expect, test } from 'vitest';
import { categoryRuns, fiveRuns } from './fixtures/runs.js';
import { renderHooks, type Hooks } from './fixtures/probe.js';

const ids = ['r0', 'r1', 'r2', 'r3', 'r4'];
const colorsOf = ({ colors }: Hooks): string[] => ids.map(colors.colorOf);
const shownOf = ({ visible }: Hooks): string[] => ids.filter(visible.isVisible);
const bucketIds = ({ buckets }: Hooks): string[] => buckets.buckets.map(({ id }) => id);

describe('the Key in force', () => {
  test('key null means the first varying metric', () => {
    const probe = renderHooks({ runs: fiveRuns() });
    expect(probe.now().choices).toMatchObject({ key: 'metric:acc', settings: { key: null } });
    expect(probe.now().legend.title).toBe('acc · latest');
  });

  test('the catalogue offers every metric and config key with its coverage, constant ones marked', () => {
    const keys = renderHooks({ runs: fiveRuns() }).now().keys;
    expect(keys.find(({ id }) => id === 'metric:acc')).toMatchObject({ runCount: 4, varies: true, type: 'number' });
    expect(keys.find(({ id }) => id === 'config:optimizer.name')).toMatchObject({ runCount: 5, type: 'category' });
    expect(keys.find(({ id }) => id === 'config:seed')).toMatchObject({ varies: false });
  });

  test('switching Keys and back loses nothing that belongs to a Key', () => {
    const probe = renderHooks({ runs: fiveRuns(), defaultSettings: { key: 'metric:acc' } });
    probe.act(({ choices }) => choices.setKeySettings('metric:acc', { domain: [0, 1] }));
    const before = probe.now().buckets.edges;
    probe.act(({ choices }) => choices.setKey('metric:loss'));
    expect(probe.now().buckets.domain).not.toEqual([0, 1]);
    probe.act(({ choices }) => choices.setKey('metric:acc'));
    expect(probe.now().buckets.edges).toEqual(before);
    expect(probe.now().buckets.domain).toEqual([0, 1]);
  });

  test('a Key that no run has puts every run under "No value"', () => {
    const probe = renderHooks({ runs: fiveRuns(), settings: { key: 'metric:gone' } });
    expect(bucketIds(probe.now())).toEqual(['missing']);
    expect(probe.now().legend.title).toBe('gone · latest');
  });

  test('a config key has no Y value in its title, and the setting is kept', () => {
    const probe = renderHooks({ runs: fiveRuns(), settings: { key: 'config:optimizer.lr', yValue: 'max' } });
    expect(probe.now().legend.title).toBe('optimizer.lr');
    expect(probe.now().choices.settings.yValue).toBe('max');
  });
});

describe('what did not change keeps its identity', () => {
  test('useVisibleRuns over a new bucket count, palette and Key: the same runs are shown', () => {
    const probe = renderHooks({ runs: fiveRuns(), defaultSettings: { key: 'metric:acc' } });
    const { visible } = probe.now();
    probe.act(({ choices }) => choices.setBucketCount(3));
    probe.act(({ choices }) => choices.setPalette('viridis'));
    probe.act(({ choices }) => choices.setKey('metric:loss'));
    expect(probe.now().visible).toBe(visible);
  });
});

describe('hiding', () => {
  test('hiding a run changes no colour, no edge and no bucket', () => {
    const probe = renderHooks({ runs: fiveRuns() });
    const before = probe.now();
    probe.act(({ visible }) => visible.toggleRun('r3'));
    expect(shownOf(probe.now())).toEqual(['r0', 'r1', 'r2', 'r4']);
    expect(colorsOf(probe.now())).toEqual(colorsOf(before));
    expect(probe.now().colors).toBe(before.colors);
    expect(probe.now().buckets).toBe(before.buckets);
    expect(probe.now().visible).not.toBe(before.visible);
    const full = probe.now().legend.items.find(({ bucket }) => bucket === before.colors.bucketOf('r3'));
    expect(full).toMatchObject({ count: 1, visibleCount: 0 });
  });

  test('hiding the lowest and highest run under scope "visible" moves the extent', () => {
    const probe = renderHooks({ runs: fiveRuns(), defaultSettings: { scope: 'visible' } });
    probe.act(({ visible }) => visible.toggleRun('r3'));
    expect(probe.now().buckets.extent).toEqual([0.1, 0.3]);
  });

  test('toggle hides a bucket in every view and shows it again', () => {
    const probe = renderHooks({ runs: fiveRuns() });
    const [first] = bucketIds(probe.now());
    probe.act(({ legend }) => legend.toggle(first ?? ''));
    expect(shownOf(probe.now())).toEqual(['r1', 'r2', 'r3', 'r4']);
    expect(probe.now().legend.isShown(first ?? '')).toBe(false);
    expect(probe.now().visible.isHiddenAlone('r0')).toBe(false);
    probe.act(({ legend }) => legend.toggle(first ?? ''));
    expect(shownOf(probe.now())).toEqual(ids);
  });

  test('isolate shows one bucket, another bucket then that one, and the same again what was shown before', () => {
    const probe = renderHooks({ runs: fiveRuns() });
    probe.act(({ legend }) => legend.toggle('missing'));
    probe.act(({ legend }) => legend.isolate('range:0'));
    expect(shownOf(probe.now())).toEqual(['r0']);
    probe.act(({ legend }) => legend.isolate('range:4'));
    expect(shownOf(probe.now())).toEqual(['r3']);
    probe.act(({ legend }) => legend.isolate('range:4'));
    expect(shownOf(probe.now())).toEqual(['r0', 'r1', 'r2', 'r3']);
  });

  test('isolate of the only shown bucket shows all', () => {
    const probe = renderHooks({ runs: fiveRuns() });
    for (const id of bucketIds(probe.now()).slice(1)) probe.act(({ legend }) => legend.toggle(id));
    probe.act(({ legend }) => legend.isolate('range:0'));
    expect(shownOf(probe.now())).toEqual(ids);
  });

  test('hidden buckets belong to one colouring: another Key, Y value, count, scope, domain or method starts with all shown', () => {
    const probe = renderHooks({ runs: fiveRuns() });
    const hideFirst = (): void => probe.act(({ legend }) => legend.toggle('range:0'));
    const changes: ((hooks: Hooks) => void)[] = [
      ({ choices }) => choices.setYValue('max'),
      ({ choices }) => choices.setBucketCount(3),
      ({ choices }) => choices.setScope('visible'),
      ({ choices }) => choices.setKeySettings('metric:acc', { domain: [0.65, 0.85] }),
      ({ choices }) => choices.setKeySettings('metric:acc', { method: 'quantile' }),
      ({ choices }) => choices.setKey('metric:loss'),
      ({ choices }) => choices.setMode('original'),
    ];
    for (const change of changes) {
      hideFirst();
      expect(probe.now().visible.hiddenCount).toBeGreaterThan(0);
      probe.act(change);
      expect(probe.now().visible.hiddenCount).toBe(0);
    }
  });

  test('a palette or another Key’s settings leave hidden buckets hidden', () => {
    const probe = renderHooks({ runs: fiveRuns() });
    probe.act(({ legend }) => legend.toggle('range:0'));
    probe.act(({ choices }) => choices.setPalette('viridis'));
    probe.act(({ choices }) => choices.setKeySettings('metric:loss', { method: 'log' }));
    expect(shownOf(probe.now())).not.toContain('r0');
  });

  test('an isolated bucket stays the only one when runs bring others', () => {
    const runs = categoryRuns(['a', 'b', 'c']);
    const probe = renderHooks({ runs });
    probe.act(({ legend }) => legend.isolate('category:string:a'));
    probe.rerender({ runs: [...runs, { id: 'late', config: { kind: 'd' } }, { id: 'none' }] });
    const shown = (): string[] => probe.now().runs.filter(({ id }) => probe.now().visible.isVisible(id)).map(({ id }) => id);
    expect(shown()).toEqual(['r0']);
    probe.act(({ legend }) => legend.toggle('category:string:d'));
    expect(shown()).toEqual(['r0', 'late']);
    expect(probe.now().legend.isShown('missing')).toBe(false);
  });

  test('isolate, then the same again, brings back what was hidden before', () => {
    const probe = renderHooks({ runs: categoryRuns(['a', 'b', 'c']) });
    probe.act(({ legend }) => legend.toggle('category:string:c'));
    probe.act(({ legend }) => legend.isolate('category:string:a'));
    probe.act(({ legend }) => legend.isolate('category:string:b'));
    expect(shownOf(probe.now())).toEqual(['r1']);
    probe.act(({ legend }) => legend.isolate('category:string:b'));
    expect(shownOf(probe.now())).toEqual(['r0', 'r1']);
  });

  test('showAll brings back every run and bucket', () => {
    const probe = renderHooks({ runs: fiveRuns() });
    for (const id of bucketIds(probe.now())) probe.act(({ legend }) => legend.toggle(id));
    probe.act(({ visible }) => visible.toggleRun('r1'));
    expect(probe.now().legend.allHidden).toBe(true);
    probe.act(({ legend }) => legend.showAll());
    expect(shownOf(probe.now())).toEqual(ids);
    expect(probe.now().legend.allHidden).toBe(false);
  });

  test('a highlighted bucket highlights its runs and changes no other hook', () => {
    const probe = renderHooks({ runs: fiveRuns() });
    const before = probe.now();
    probe.act(({ legend }) => legend.highlight('missing'));
    expect([...(probe.now().highlight.runIds ?? [])]).toEqual(['r4']);
    for (const hook of ['runs', 'keys', 'buckets', 'colors', 'visible', 'choices', 'problems'] as const) {
      expect(probe.now()[hook], hook).toBe(before[hook]);
    }
    probe.act(({ highlight }) => highlight.highlightRun('r1'));
    expect(probe.now().highlight).toMatchObject({ runId: 'r1', bucketId: null });
  });
});

describe('colours', () => {
  test('an unknown run has the no-value colour and no bucket', () => {
    const { colors } = renderHooks({ runs: fiveRuns() }).now();
    expect(colors.bucketOf('nobody')).toBeNull();
    expect(colors.colorOf('nobody')).toMatch(/^#[0-9a-f]{6}$/);
  });

  test('a theme change keeps buckets and hidden runs and changes colours', () => {
    const probe = renderHooks({ runs: fiveRuns(), theme: 'light' });
    const before = probe.now();
    probe.rerender({ runs: fiveRuns(), theme: 'dark' });
    expect(probe.now().buckets).toBe(before.buckets);
    expect(colorsOf(probe.now())).not.toEqual(colorsOf(before));
  });

  test('original mode has a bucket per run, named by it, with a colour that other runs do not change', () => {
    const probe = renderHooks({ runs: fiveRuns(), settings: { mode: 'original' } });
    expect(probe.now().legend.items.map(({ label }) => label)).toEqual(ids.map((_, i) => `run ${i}`));
    const before = colorsOf(probe.now());
    probe.rerender({ runs: [{ id: 'first' }, ...fiveRuns()], settings: { mode: 'original' } });
    expect(colorsOf(probe.now())).toEqual(before);
    probe.act(({ legend }) => legend.isolate('run:r2'));
    expect(shownOf(probe.now())).toEqual(['r2']);
  });

  test('a user’s own run colour shows in the legend of original mode too', () => {
    const { colors, legend } = renderHooks({ runs: fiveRuns(), settings: { mode: 'original', runColors: { r1: '#123456' } } }).now();
    expect(colors.colorOf('r1')).toBe('#123456');
    expect(legend.items[1]?.style.color).toBe('#123456');
  });
});

describe('category slots', () => {
  const key = 'config:kind';
  const kindColors = (hooks: Hooks): Record<string, string> =>
    Object.fromEntries(hooks.legend.items.map(({ label, style }) => [label, style.color]));

  test('are remembered per Key in the settings when first seen', () => {
    const probe = renderHooks({ runs: categoryRuns(['sgd', 'adam']), defaultSettings: { key } });
    expect(probe.now().choices.settings.byKey[key]?.categoryOrder).toHaveLength(2);
    expect(probe.now().choices.canUndo).toBe(false);
  });

  test('are never reshuffled by a new category that streams in', () => {
    const probe = renderHooks({ runs: categoryRuns(['sgd', 'lamb']), defaultSettings: { key } });
    const before = kindColors(probe.now());
    probe.rerender({ runs: categoryRuns(['sgd', 'lamb', 'adam']) });
    expect(kindColors(probe.now())).toMatchObject(before);
    expect(probe.now().legend.items.map(({ label }) => label)).toEqual(['adam', 'lamb', 'sgd']);
    expect(new Set(Object.values(kindColors(probe.now()))).size).toBe(3);
  });

  test('survive undo to settings from before they were seen', () => {
    const logged = (kinds: readonly string[]) => categoryRuns(kinds).map((run, i) => ({ ...run, history: [{ m: i }] }));
    const probe = renderHooks({ runs: logged(['sgd', 'lamb']) });
    probe.act(({ choices }) => choices.setKey(key));
    const before = kindColors(probe.now());
    probe.act(({ choices }) => choices.setYValue('max'));
    probe.act(({ choices }) => choices.undo());
    probe.act(({ choices }) => choices.undo());
    probe.rerender({ runs: logged(['sgd', 'lamb', 'adam']) });
    probe.act(({ choices }) => choices.setKey(key));
    expect(kindColors(probe.now())).toMatchObject(before);
  });

  test('survive an app that passes its settings again without them', () => {
    const probe = renderHooks({ runs: categoryRuns(['sgd', 'lamb']), settings: { key } });
    const before = kindColors(probe.now());
    probe.rerender({ runs: categoryRuns(['sgd', 'lamb', 'adam']), settings: { ...defaultColorSettings, key, yValue: 'min' } });
    expect(kindColors(probe.now())).toMatchObject(before);
  });
});
