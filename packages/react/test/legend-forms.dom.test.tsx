import { colorOfValue, dashPatterns, defaultColorSettings, missingDash, type ColorSettings } from '@runhue/core';
import { describe, expect, test } from 'vitest';
import { renderHooks, type Hooks } from './fixtures/probe.js';
import { fiveRuns, manyRuns } from './fixtures/runs.js';

const ids = ['r0', 'r1', 'r2', 'r3', 'r4'];
const shownOf = ({ visible }: Hooks): string[] => ids.filter(visible.isVisible);
const continuous: Partial<ColorSettings> = { key: 'metric:acc', byKey: { 'metric:acc': { method: 'continuous' } } };
const dashedBy = (dashKey: ColorSettings['dashKey']): Partial<ColorSettings> => ({ key: 'metric:acc', dashKey });

describe('continuous colours', () => {
  test('give every finite value its own place in the ramp, and runs without a value their own look', () => {
    const { colors, buckets, choices, legend } = renderHooks({ runs: fiveRuns(), defaultSettings: continuous, theme: 'light' }).now();
    expect(new Set(ids.map(colors.colorOf)).size).toBe(5);
    expect(colors.styleOf('r1')).toEqual(colorOfValue(0.2, buckets, choices.settings, { theme: 'light' }));
    expect(colors.colorOf('r0')).toBe(legend.colorBar?.ramp[0]);
    expect(colors.colorOf('r3')).toBe(legend.colorBar?.ramp[255]);
    expect(colors.styleOf('r4').dash).toEqual(missingDash);
  });

  test('have no colour bar in buckets, under original colours and where all values are equal', () => {
    const colorBar = (settings: Partial<ColorSettings>) => renderHooks({ runs: fiveRuns(), settings }).now().legend.colorBar;
    expect(colorBar({ key: 'metric:acc' })).toBeNull();
    expect(colorBar({ ...continuous, mode: 'original' })).toBeNull();
    expect(colorBar({ key: 'config:seed', byKey: { 'config:seed': { method: 'continuous' } } })).toBeNull();
  });

  test('colorBar.keep hides and counts runs outside, never those without a value, and changes no colour', () => {
    const probe = renderHooks({ runs: fiveRuns(), defaultSettings: continuous });
    const before = probe.now();
    probe.act(({ legend }) => legend.colorBar?.keep([0.15, 0.3]));
    expect(shownOf(probe.now())).toEqual(['r1', 'r2', 'r4']);
    expect(probe.now().legend.colorBar).toMatchObject({ kept: [0.15, 0.3], count: 4, filteredCount: 2 });
    expect(probe.now().legend.items[0]).toMatchObject({ count: 4, visibleCount: 2 });
    expect(probe.now().colors).toBe(before.colors);
    expect(probe.now().buckets).toBe(before.buckets);
  });

  test('both ends of the kept range belong to it', () => {
    const probe = renderHooks({ runs: fiveRuns(), defaultSettings: continuous });
    probe.act(({ legend }) => legend.colorBar?.keep([0.2, 0.3]));
    expect(shownOf(probe.now())).toEqual(['r1', 'r2', 'r4']);
  });

  test('an end left at the domain’s end also keeps later runs beyond it', () => {
    const probe = renderHooks({ runs: fiveRuns(), defaultSettings: continuous });
    probe.act(({ legend }) => legend.colorBar?.keep([0.15, 0.4]));
    const further = { id: 'far', history: [{ _step: 0, acc: 5 }] };
    probe.rerender({ runs: [...fiveRuns(), further], defaultSettings: continuous });
    expect(probe.now().visible.isVisible('far')).toBe(true);
    expect(probe.now().visible.isVisible('r0')).toBe(false);
  });

  test('a drag of one gesture is one undo step, and the whole domain is no filter', () => {
    const probe = renderHooks({ runs: fiveRuns(), defaultSettings: continuous });
    for (const upper of [0.35, 0.3, 0.25]) probe.act(({ legend }) => legend.colorBar?.keep([0.1, upper], 'drag'));
    probe.act(({ choices }) => choices.undo());
    expect(shownOf(probe.now())).toEqual(ids);
    expect(probe.now().choices.canUndo).toBe(false);
    probe.act(({ legend }) => legend.colorBar?.keep([0.1, 0.4]));
    expect(probe.now().choices.canUndo).toBe(false);
  });

  test('a kept range hides nothing once colours come in buckets', () => {
    const probe = renderHooks({ runs: fiveRuns(), defaultSettings: continuous });
    probe.act(({ legend }) => legend.colorBar?.keep([0.15, 0.3]));
    probe.act(({ choices }) => choices.setKeySettings('metric:acc', { method: 'equal-width' }));
    expect(shownOf(probe.now())).toEqual(ids);
  });

  test('useVisibleRuns().showAll, which plots offer, takes the filter back as the legend does', () => {
    const probe = renderHooks({ runs: fiveRuns(), defaultSettings: { byKey: { 'metric:acc': { method: 'continuous' } } } });
    probe.act(({ legend }) => legend.colorBar?.keep([0.11, 0.12]));
    expect(probe.now().visible.hiddenCount).toBe(4);
    probe.act(({ visible }) => visible.showAll());
    expect(probe.now().visible.hiddenCount).toBe(0);
    expect(probe.now().legend.colorBar?.filteredCount).toBe(0);
  });

  test('showAll takes the filter back too', () => {
    const probe = renderHooks({ runs: fiveRuns(), defaultSettings: continuous });
    probe.act(({ legend }) => legend.colorBar?.keep([0.15, 0.3]));
    probe.act(({ legend }) => legend.showAll());
    expect(shownOf(probe.now())).toEqual(ids);
  });
});

describe('a second Key as dash', () => {
  const dashesOf = ({ colors }: Hooks) => ids.map((id) => colors.styleOf(id).dash);

  test('changes no colour, and runs without a value keep their own dash', () => {
    const plain = renderHooks({ runs: fiveRuns(), settings: { key: 'metric:acc' } }).now();
    const dashed = renderHooks({ runs: fiveRuns(), settings: dashedBy('config:optimizer.name') }).now();
    expect(ids.map(dashed.colors.colorOf)).toEqual(ids.map(plain.colors.colorOf));
    const [adam, rmsprop, sgd] = dashPatterns;
    expect(dashesOf(dashed)).toEqual([sgd, adam, sgd, rmsprop, missingDash]);
  });

  test('is a group of its own in the legend, beside solid colour items', () => {
    const { legend } = renderHooks({ runs: fiveRuns(), settings: dashedBy('config:optimizer.name') }).now();
    expect(legend.dashes?.title).toBe('optimizer.name');
    expect(legend.dashes?.items.map(({ label, count }) => [label, count])).toEqual([['adam', 2], ['rmsprop', 1], ['sgd', 2]]);
    expect(legend.items.filter(({ style }) => style.dash !== null).map(({ id }) => id)).toEqual(['missing']);
  });

  test('can be isolated, toggled and highlighted like colours', () => {
    const probe = renderHooks({ runs: fiveRuns(), defaultSettings: dashedBy('config:optimizer.name') });
    probe.act(({ legend }) => legend.dashes?.isolate('dash:2'));
    expect(shownOf(probe.now())).toEqual(['r0', 'r2']);
    expect(probe.now().legend.items.find(({ id }) => id === 'range:0')).toMatchObject({ count: 1, visibleCount: 1 });
    probe.act(({ legend }) => legend.dashes?.isolate('dash:2'));
    probe.act(({ legend }) => legend.dashes?.toggle('dash:0'));
    expect(shownOf(probe.now())).toEqual(['r0', 'r2', 'r3']);
    probe.act(({ legend }) => legend.dashes?.highlight('dash:2'));
    expect([...(probe.now().highlight.runIds ?? [])]).toEqual(['r0', 'r2']);
    probe.act(({ legend }) => legend.showAll());
    expect(shownOf(probe.now())).toEqual(ids);
  });

  test('holds under original colours, and taking it away brings their own dashes back', () => {
    const runs = manyRuns(40);
    const probe = renderHooks({ runs, defaultSettings: { mode: 'original', dashKey: 'config:kind' } });
    const dashes = () => new Set(runs.map(({ id }) => JSON.stringify(probe.now().colors.styleOf(String(id)).dash)));
    expect(dashes()).toEqual(new Set(['null', JSON.stringify(dashPatterns[1])]));
    probe.act(({ choices }) => choices.setDashKey(null));
    expect(probe.now().legend.dashes).toBeNull();
    expect(dashes()).toContain('[9,3]');
  });

  test('keeps the patterns of categories when new ones stream in', () => {
    const probe = renderHooks({ runs: fiveRuns(), defaultSettings: dashedBy('config:optimizer.name') });
    const before = dashesOf(probe.now());
    const first = { id: 'new', config: { optimizer: { name: 'aaa' } }, history: [{ _step: 0, acc: 0.2 }] };
    probe.rerender({ runs: [first, ...fiveRuns()], defaultSettings: {} });
    expect(dashesOf(probe.now())).toEqual(before);
    expect(probe.now().choices.canUndo).toBe(false);
  });
});

describe('colours of single runs', () => {
  test('setRunColor wins while colours go by a Key, is marked in its bucket, and clearRunColors takes it back', () => {
    const probe = renderHooks({ runs: fiveRuns(), defaultSettings: { key: 'metric:acc' } });
    const before = probe.now().colors.colorOf('r0');
    probe.act(({ choices }) => choices.setRunColor('r0', '#ABCDEF'));
    expect(probe.now().colors.styleOf('r0')).toMatchObject({ color: '#abcdef', dash: null });
    expect(probe.now().legend.ownColors.inBucket('range:0')).toEqual([{ runId: 'r0', color: '#abcdef', bucketId: 'range:0' }]);
    expect(probe.now().legend.ownColors.inBucket('range:1')).toEqual([]);
    expect(probe.now().legend.items[0]?.style.color).toBe(before);
    probe.act(({ legend }) => legend.ownColors.clear());
    expect(probe.now().colors.colorOf('r0')).toBe(before);
    probe.act(({ choices }) => choices.undo());
    expect(probe.now().colors.colorOf('r0')).toBe('#abcdef');
  });

  test('a colour that hardly stands out from the background is drawn with a casing, whatever the colours go by', () => {
    const runColors = { r0: '#fffbe6', r1: '#1d3557' };
    const byKey = renderHooks({ runs: fiveRuns(), settings: { key: 'metric:acc', runColors }, theme: 'light' }).now().colors;
    const original = renderHooks({ runs: fiveRuns(), settings: { mode: 'original', runColors }, theme: 'light' }).now().colors;
    expect(byKey.styleOf('r0').casing).not.toBeNull();
    expect(byKey.styleOf('r1').casing).toBeNull();
    for (const id of ['r0', 'r1']) expect(byKey.styleOf(id)).toEqual(original.styleOf(id));
  });

  test('setRunColor refuses what is no colour, and null takes one run’s colour back', () => {
    const probe = renderHooks({ runs: fiveRuns(), defaultSettings: { runColors: { r1: '#123456', r2: '#654321' } } });
    probe.act(({ choices }) => choices.setRunColor('r1', 'red'));
    expect(probe.now().choices.canUndo).toBe(false);
    probe.act(({ choices }) => choices.setRunColor('r1', null));
    expect(probe.now().choices.settings.runColors).toEqual({ r2: '#654321' });
  });

  test('shuffleOriginalColors deals anew, resetOriginalColors goes back, reset forgets both', () => {
    const probe = renderHooks({ runs: manyRuns(30), defaultSettings: { mode: 'original' } });
    const colors = (): string => probe.now().runs.map(({ id }) => probe.now().colors.colorOf(id)).join();
    const before = colors();
    probe.act(({ choices }) => choices.shuffleOriginalColors());
    expect(colors()).not.toBe(before);
    probe.act(({ choices }) => choices.resetOriginalColors());
    expect(colors()).toBe(before);
    probe.act(({ choices }) => choices.setCategoricalPalette('okabe-ito'));
    probe.act(({ choices }) => choices.shuffleOriginalColors());
    probe.act(({ choices }) => choices.reset());
    expect(probe.now().choices.settings).toEqual(defaultColorSettings);
    expect(Object.keys(probe.now().choices.settings).sort()).toEqual(Object.keys(defaultColorSettings).sort());
  });
});

describe('selected runs', () => {
  test('stay highlighted beside what is pointed at, and go with a second toggle', () => {
    const probe = renderHooks({ runs: fiveRuns(), defaultSettings: { key: 'metric:acc' } });
    const highlighted = (): string[] => [...(probe.now().highlight.runIds ?? [])];
    probe.act(({ selection }) => selection.toggle('r1'));
    expect(highlighted()).toEqual(['r1']);
    expect(probe.now().highlight.runId).toBeNull();
    probe.act(({ legend }) => legend.highlight('missing'));
    expect(highlighted()).toEqual(['r4', 'r1']);
    probe.act(({ legend }) => legend.highlight(null));
    probe.act(({ visible }) => visible.toggleRun('r1'));
    expect(probe.now().highlight.runIds).toBeNull();
    probe.act(({ visible }) => visible.toggleRun('r1'));
    probe.act(({ selection }) => selection.toggle('r1'));
    expect(probe.now().highlight.runIds).toBeNull();
  });
});
