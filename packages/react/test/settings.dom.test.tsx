import { defaultColorSettings, type ColorSettings } from '@runhue/core';
import { createRunhueStore, RunhueProvider, useColorSettings, type RunhueProviderProps } from '@runhue/react';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState, type JSX } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fiveRuns } from './fixtures/runs.js';
import { renderHooks } from './fixtures/probe.js';

beforeEach(() => {
  localStorage.clear();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

describe('undo and redo', () => {
  test('each choice is one step, there and back', () => {
    const probe = renderHooks({ runs: fiveRuns() });
    expect([probe.now().choices.canUndo, probe.now().choices.canRedo]).toEqual([false, false]);
    probe.act(({ choices }) => choices.setYValue('max'));
    probe.act(({ choices }) => choices.setBucketCount(6));
    probe.act(({ choices }) => choices.undo());
    expect(probe.now().choices.settings).toMatchObject({ yValue: 'max', bucketCount: 5 });
    probe.act(({ choices }) => choices.undo());
    expect(probe.now().choices.settings).toEqual(defaultColorSettings);
    expect(probe.now().choices.canUndo).toBe(false);
    probe.act(({ choices }) => choices.redo());
    probe.act(({ choices }) => choices.redo());
    expect(probe.now().choices.settings).toMatchObject({ yValue: 'max', bucketCount: 6 });
    expect(probe.now().choices.canRedo).toBe(false);
  });

  test('changes of one gesture are one step', () => {
    const probe = renderHooks({ runs: fiveRuns() });
    for (const count of [6, 7, 8]) probe.act(({ choices }) => choices.setBucketCount(count, 'drag 1'));
    probe.act(({ choices }) => choices.setBucketCount(3, 'drag 2'));
    probe.act(({ choices }) => choices.undo());
    expect(probe.now().choices.settings.bucketCount).toBe(8);
    probe.act(({ choices }) => choices.undo());
    expect(probe.now().choices.settings.bucketCount).toBe(5);
  });

  test('a choice after an undo ends what could be redone', () => {
    const probe = renderHooks({ runs: fiveRuns() });
    probe.act(({ choices }) => choices.setYValue('max'));
    probe.act(({ choices }) => choices.undo());
    probe.act(({ choices }) => choices.setYValue('min'));
    expect(probe.now().choices.canRedo).toBe(false);
  });

  test('choosing what is chosen already is no step, nor is a reset of defaults', () => {
    const probe = renderHooks({ runs: fiveRuns() });
    probe.act(({ choices }) => choices.setYValue('latest'));
    probe.act(({ choices }) => choices.reset());
    probe.act(({ choices }) => choices.setSettings(JSON.parse(JSON.stringify(choices.settings)) as ColorSettings));
    expect(probe.now().choices.canUndo).toBe(false);
  });

  test('reset is one step that can be undone', () => {
    const probe = renderHooks({ runs: fiveRuns(), defaultSettings: { yValue: 'min', bucketCount: 3 } });
    probe.act(({ choices }) => choices.reset());
    expect(probe.now().choices.settings).toEqual(defaultColorSettings);
    probe.act(({ choices }) => choices.undo());
    expect(probe.now().choices.settings).toMatchObject({ yValue: 'min', bucketCount: 3 });
  });

  test('what is looked at is not undone', () => {
    const probe = renderHooks({ runs: fiveRuns() });
    probe.act(({ visible }) => visible.toggleRun('r0'));
    expect(probe.now().choices.canUndo).toBe(false);
  });
});

describe('settings from outside', () => {
  test('createRunhueStore fills in what is missing without a problem', () => {
    const { settings, settingsProblems } = createRunhueStore({ settings: { yValue: 'max' } }).getState();
    expect(settings).toEqual({ ...defaultColorSettings, yValue: 'max' });
    expect(settingsProblems).toEqual([]);
  });

  test('createRunhueStore repairs field by field and reports each', () => {
    const store = createRunhueStore({ settings: { bucketCount: 9, yValue: 'median', key: 'metric:acc' } as never });
    expect(store.getState().settings).toEqual({ ...defaultColorSettings, bucketCount: 8, key: 'metric:acc' });
    expect(store.getState().settingsProblems.map(({ path }) => path).sort()).toEqual(['bucketCount', 'yValue']);
  });

  test.each([[0, 2], [1, 2], [9, 8], [2.5, 3], [NaN, 5]])('bucket count %d becomes %d and is reported', (given, used) => {
    const probe = renderHooks({ runs: fiveRuns(), defaultSettings: { bucketCount: given } });
    expect(probe.now().choices.settings.bucketCount).toBe(used);
    expect(probe.now().problems.settings.map(({ path }) => path)).toEqual(['bucketCount']);
  });

  test('in development each repair is warned of once in the console', () => {
    renderHooks({ runs: fiveRuns(), defaultSettings: { bucketCount: -12 } }).unmount();
    renderHooks({ runs: fiveRuns(), defaultSettings: { bucketCount: -12 } });
    const warnings = vi.mocked(console.warn).mock.calls.filter(([text]) => String(text).includes('-12'));
    expect(warnings).toHaveLength(1);
  });

  test.each([null, 3, 'x', [], { byKey: 3 }, { key: 7, palette: {} }, { byKey: { 'metric:acc': { edges: ['a'], domain: 5 } } }])(
    'settings %j never throw in a component',
    (settings) => {
      const probe = renderHooks({ runs: fiveRuns(), settings: settings as never, defaultSettings: settings as never });
      expect(probe.now().legend.items.length).toBeGreaterThan(0);
      probe.rerender({ runs: fiveRuns(), settings: { ...(settings as object), yValue: {} } as never });
      expect(probe.now().choices.settings.yValue).toBe('latest');
    },
  );
});

describe('settings controlled by the app', () => {
  function Controlled({ accept, onAsk, ...props }: RunhueProviderProps & { accept: boolean; onAsk?: (settings: ColorSettings) => void }): JSX.Element {
    const [settings, setSettings] = useState<Partial<ColorSettings>>({ bucketCount: 4 });
    const onSettingsChange = (next: ColorSettings): void => {
      onAsk?.(next);
      if (accept) setSettings(next);
    };
    return (
      <RunhueProvider {...props} runs={fiveRuns()} settings={{ ...settings }} onSettingsChange={onSettingsChange}>
        <Choices />
        <button onClick={() => setSettings({ bucketCount: 7 })}>preset</button>
      </RunhueProvider>
    );
  }
  function Choices(): JSX.Element {
    const { settings, canUndo, canRedo, setBucketCount, undo, redo } = useColorSettings();
    return (
      <>
        <output>{`${settings.bucketCount} ${canUndo ? 'undo' : '-'} ${canRedo ? 'redo' : '-'}`}</output>
        <button onClick={() => setBucketCount(6)}>six</button>
        <button onClick={undo}>undo</button>
        <button onClick={redo}>redo</button>
      </>
    );
  }
  const press = (name: string): void => void fireEvent.click(screen.getByRole('button', { name }));
  const state = (): string | null => screen.getByRole('status').textContent;

  test('an app that refuses is asked, and nothing changes, not even what can be undone', () => {
    const onAsk = vi.fn();
    render(<Controlled accept={false} onAsk={onAsk} />);
    press('six');
    expect(onAsk).toHaveBeenCalledExactlyOnceWith({ ...defaultColorSettings, bucketCount: 6 });
    expect(state()).toBe('4 - -');
    press('preset');
    expect(state()).toBe('7 - -');
  });

  test('an app that accepts gets an undoable step, and undo and redo ask it too', () => {
    const onAsk = vi.fn();
    render(<Controlled accept onAsk={onAsk} />);
    press('six');
    expect(state()).toBe('6 undo -');
    press('undo');
    expect(state()).toBe('4 - redo');
    press('redo');
    expect(state()).toBe('6 undo -');
    expect(onAsk.mock.calls.map(([settings]) => (settings as ColorSettings).bucketCount)).toEqual([6, 4, 6]);
  });

  test('the app’s own change is in force at once and is no step', () => {
    render(<Controlled accept />);
    press('preset');
    expect(state()).toBe('7 - -');
  });

  test('controlled settings win over those of a passed-in store', () => {
    const store = createRunhueStore({ settings: { bucketCount: 8 } });
    render(<Controlled accept store={store} />);
    expect(state()).toBe('4 - -');
  });
});

describe('settings kept by the kit', () => {
  test('defaultSettings start it, onSettingsChange hears of each choice and later defaults change nothing', () => {
    const onSettingsChange = vi.fn();
    const probe = renderHooks({ runs: fiveRuns(), defaultSettings: { yValue: 'max' }, onSettingsChange });
    expect(probe.now().choices.settings.yValue).toBe('max');
    expect(onSettingsChange).not.toHaveBeenCalled();
    probe.act(({ choices }) => choices.setReverse(true));
    expect(onSettingsChange).toHaveBeenCalledExactlyOnceWith(probe.now().choices.settings);
    probe.rerender({ runs: fiveRuns(), defaultSettings: { yValue: 'min' } });
    expect(probe.now().choices.settings).toMatchObject({ yValue: 'max', reverse: true });
  });

  test('storageKey saves each choice and reads it back on the next visit', () => {
    const props = { runs: fiveRuns(), storageKey: 'mine' };
    const first = renderHooks(props);
    expect(localStorage.getItem('mine')).toBeNull();
    first.act(({ choices }) => choices.setKey('metric:loss'));
    first.unmount();
    const second = renderHooks({ ...props, defaultSettings: { key: 'metric:acc' } });
    expect(second.now().choices.settings.key).toBe('metric:loss');
    expect(second.now().problems.settings).toEqual([]);
  });

  test('saved text that is no JSON is reported, the defaults of the app stay, and the next choice is saved over it', () => {
    localStorage.setItem('mine', '{"key": "metric:lo');
    const probe = renderHooks({ runs: fiveRuns(), storageKey: 'mine', defaultSettings: { yValue: 'max' } });
    expect(probe.now().problems.settings).toMatchObject([{ code: 'not-settings' }]);
    expect(probe.now().choices.settings.yValue).toBe('max');
    probe.act(({ choices }) => choices.setBucketCount(3));
    expect(JSON.parse(localStorage.getItem('mine') ?? '')).toMatchObject({ yValue: 'max', bucketCount: 3 });
  });

  test('saved settings with wrong fields are repaired field by field and reported', () => {
    localStorage.setItem('mine', JSON.stringify({ ...defaultColorSettings, bucketCount: 99, yValue: 'min' }));
    const probe = renderHooks({ runs: fiveRuns(), storageKey: 'mine' });
    expect(probe.now().choices.settings).toMatchObject({ bucketCount: 8, yValue: 'min' });
    expect(probe.now().problems.settings.map(({ path }) => path)).toEqual(['bucketCount']);
  });

  test('storage that refuses breaks nothing', () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('denied');
    });
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full');
    });
    const probe = renderHooks({ runs: fiveRuns(), storageKey: 'mine' });
    probe.act(({ choices }) => choices.setYValue('max'));
    expect(probe.now().choices.settings.yValue).toBe('max');
  });

  test('a store passed to two providers shares choices, and each keeps its own runs', () => {
    const store = createRunhueStore();
    const one = renderHooks({ runs: fiveRuns(), store });
    const two = renderHooks({ runs: [{ id: 'other', history: [{ m: 1 }] }], store });
    one.act(({ choices }) => choices.setKey('metric:loss'));
    expect(two.now().choices.key).toBe('metric:loss');
    expect(two.now().runs.map(({ id }) => id)).toEqual(['other']);
    act(() => two.now().choices.undo());
    expect(one.now().choices.settings.key).toBeNull();
  });

  test('two providers without a store choose apart', () => {
    const one = renderHooks({ runs: fiveRuns() });
    const two = renderHooks({ runs: fiveRuns() });
    one.act(({ choices }) => choices.setYValue('max'));
    expect(two.now().choices.settings.yValue).toBe('latest');
  });
});
