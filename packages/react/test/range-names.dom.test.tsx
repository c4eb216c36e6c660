import { frozenEdges, keySettingsOf, withEdge, type BucketOverride, type ColorSettings, type KeyId } from '@runhue/core';
import { describe, expect, test } from 'vitest';
import { categoryRuns, manyRuns } from './fixtures/runs.js';
import { renderHooks, type Hooks, type Probe } from './fixtures/probe.js';

const acc: KeyId = 'metric:acc';
const named: Readonly<Record<string, BucketOverride>> = { 'range:4': { name: 'best', color: '#112233' }, missing: { name: 'crashed' } };

function start(own: Partial<ColorSettings['byKey'][typeof acc]> = {}): Probe {
  return renderHooks({ runs: manyRuns(40), defaultSettings: { key: acc, byKey: { [acc]: { ...own, bucketOverrides: named } } } });
}

const overrides = ({ choices }: Hooks): unknown => keySettingsOf(choices.settings, acc).bucketOverrides;

describe('names and colours of ranges', () => {
  const moves: [string, (hooks: Hooks) => void][] = [
    ['another count', ({ choices }) => choices.setBucketCount(8)],
    ['another method', ({ choices }) => choices.setKeySettings(acc, { method: 'continuous' })],
    ['another Y value', ({ choices }) => choices.setYValue('min')],
    ['a pinned domain', ({ choices }) => choices.setKeySettings(acc, { domain: [0.2, 0.4] })],
    ['settings read from JSON with another count', ({ choices }) => choices.setSettings({ ...structuredClone(choices.settings), bucketCount: 2 })],
    ['settings with another count', ({ choices }) => choices.setSettings({ ...choices.settings, bucketCount: 2 })],
  ];
  test.each(moves)('go with %s, those of other buckets stay, and one undo brings them back', (_, move) => {
    const probe = start();
    expect(probe.now().legend.items.at(-1)?.label).toBe('best');
    probe.act(move);
    expect(overrides(probe.now())).toEqual({ missing: { name: 'crashed' } });
    expect(probe.now().legend.items.map(({ label }) => label)).not.toContain('best');
    probe.act(({ choices }) => choices.undo());
    expect(overrides(probe.now())).toEqual(named);
    expect(probe.now().choices.canUndo).toBe(false);
  });

  const keeps: [string, (hooks: Hooks) => void][] = [
    ['the palette', ({ choices }) => choices.setPalette('viridis')],
    ['another Key', ({ choices }) => choices.setKey('metric:loss')],
    ['edges frozen as they are', ({ choices, buckets }) => choices.setKeySettings(acc, frozenEdges(buckets, {}) ?? {})],
    ['one edge moved', ({ choices, buckets }) => choices.setKeySettings(acc, withEdge(buckets, 1, 0.3))],
    ['custom edges that are those in force', ({ choices, buckets }) => choices.setKeySettings(acc, { method: 'custom', edges: buckets.edges })],
  ];
  test.each(keeps)('stay with %s', (_, change) => {
    const probe = start();
    probe.act(change);
    expect(overrides(probe.now())).toEqual(named);
  });

  test('stay on custom edges, which a count does not move, and go when old custom edges come back', () => {
    const probe = start({ method: 'custom', edges: [0.1, 0.2, 0.3, 0.4] });
    probe.act(({ choices }) => choices.setBucketCount(3));
    expect(overrides(probe.now())).toEqual(named);
    const other = start({ edges: [0.1, 0.2, 0.3, 0.4] });
    other.act(({ choices }) => choices.setKeySettings(acc, { method: 'custom' }));
    expect(overrides(other.now())).toEqual({ missing: { name: 'crashed' } });
  });

  test('of categories stay whatever the count', () => {
    const kind: KeyId = 'config:kind';
    const bucketOverrides = { 'category:string:a': { name: 'good' } };
    const probe = renderHooks({ runs: categoryRuns(['a', 'b']), defaultSettings: { key: kind, byKey: { [kind]: { bucketOverrides } } } });
    probe.act(({ choices }) => choices.setBucketCount(3));
    expect(probe.now().legend.items[0]?.label).toBe('good');
  });
});
