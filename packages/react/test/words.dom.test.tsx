import { createRuns, type RunInput } from '@runhue/core';
import { BucketLegend, createRunhueStore, RunhueProvider, RunLinePlot, RunTable, RunWorkspace, SettingsDrawer, useLocale, useMessages } from '@runhue/react';
import { fireEvent, render, screen, within } from '@testing-library/react';
import type { JSX } from 'react';
import { describe, expect, test } from 'vitest';
import './fixtures/canvas.js';
import { fiveRuns } from './fixtures/runs.js';
import { renderHooks } from './fixtures/probe.js';

describe('words', () => {
  test('keyLabels turn acc into "Accuracy" in catalogue, legend and table', () => {
    const props = { runs: fiveRuns(), keyLabels: { acc: 'Accuracy' } };
    const { keys, legend } = renderHooks(props).now();
    expect(keys.find(({ id }) => id === 'metric:acc')?.label).toBe('Accuracy');
    expect(legend.title).toBe('Accuracy · latest');
    render(
      <RunhueProvider {...props}>
        <RunTable />
      </RunhueProvider>,
    );
    expect(screen.getByRole('columnheader', { name: /Accuracy · latest/ })).toBeTruthy();
  });

  test('messages replace single words and leave the others', () => {
    render(
      <RunhueProvider runs={fiveRuns()} messages={{ legendNoValue: 'nothing logged', maxOf: 'best {key}' }} settings={{ yValue: 'max' }}>
        <BucketLegend />
      </RunhueProvider>,
    );
    expect(screen.getByRole('button', { name: /nothing logged, 1 run/ })).toBeTruthy();
    expect(screen.getByRole('toolbar', { name: 'Run colors: best acc' })).toBeTruthy();
  });

  test('default metrics have one name in catalogue, legend and plot, in the UI’s language', () => {
    const history = { loss: { steps: [0, 1], values: [1, 2], wallTimes: [10, 20], runtimes: [1, 2] } };
    const runs = [{ id: 'a', history }, { id: 'b', history: { loss: { ...history.loss, wallTimes: [10, 40] } } }];
    const names = (locale: string, keyLabels?: Record<string, string>): readonly string[] => {
      const { keys, legend } = renderHooks({ runs, locale, keyLabels, defaultSettings: { key: 'default:Relative Time (Wall)' } }).now();
      return [...keys.filter(({ group }) => group === 'default').map(({ label }) => label).sort(), legend.title];
    };
    expect(names('en')).toEqual(['Relative Time (Process)', 'Relative Time (Wall)', 'Step', 'Wall Time', 'Relative Time (Wall) · latest']);
    expect(names('ko')).toEqual(['Step', 'Wall Time', '상대 시간(실제 시간)', '상대 시간(프로세스)', '상대 시간(실제 시간) · 최신']);
    expect(names('ko', { 'Relative Time (Wall)': '경과' }).at(-1)).toBe('경과 · 최신');
    for (const [locale, name] of [['en', 'Relative Time (Wall)'], ['ko', '상대 시간(실제 시간)']] as const) {
      const { container, unmount } = render(
        <RunhueProvider runs={[{ id: 'c', history: { loss: { steps: [0], values: [1] } } }]} locale={locale}>
          <RunLinePlot metric="loss" xAxis="Relative Time (Wall)" />
        </RunhueProvider>,
      );
      expect(container.textContent).toContain(name);
      unmount();
    }
  });

  test('locale "ko" speaks Korean everywhere', () => {
    const { container } = render(<RunWorkspace runs={fiveRuns()} locale="ko" metrics={[]} />);
    expect(screen.getByRole('button', { name: '설정' })).toBeTruthy();
    expect(screen.getByRole('toolbar', { name: 'Run 색상: acc · 최신' })).toBeTruthy();
    expect(screen.getByRole('button', { name: /값 없음, run 1개/ })).toBeTruthy();
    expect(container.textContent).not.toMatch(/[a-z]{3,} [a-z]{3,}/);
  });

  test('an unknown locale falls back to English and "ko_KR" is Korean', () => {
    function Words(): JSX.Element {
      return <p>{`${useLocale()} ${useMessages().settings}`}</p>;
    }
    const speak = (locale: string): string | null => {
      const { container, unmount } = render(
        <RunhueProvider locale={locale}>
          <Words />
        </RunhueProvider>,
      );
      const text = container.textContent;
      unmount();
      return text;
    };
    expect(speak('ko_KR')).toBe('ko-KR 설정');
    expect(speak('not a locale')).toBe('en Settings');
    expect(speak('de')).toBe('de Settings');
  });

  test('problems of runs and settings are told in the UI’s language, naming run, metric, value and count', async () => {
    const point = (value: unknown): unknown => ({ steps: [0], values: [value] });
    const inputs: unknown[] = [
      'x', { id: null }, { id: 7 }, { id: 'a', name: {}, state: 1, config: 3, startTime: 'soon', history: { acc: point('n/a'), loss: 4, lr: { steps: [0] } } }, { id: 'a' },
      { id: 'b', history: 5, config: { f: () => 0 } }, { id: 'c', history: [1, 2, { _step: 'x', acc: 1 }] },
      { id: 'd', history: { acc: { steps: ['x', 1], values: [1, 2] }, loss: { steps: [0, 1], values: [1] } } },
    ];
    const settings = { bucketCount: 9, yValue: 'mean', colour: 1, version: 7, byKey: { 'metric:acc': { edges: [2, 1, 1] } } };
    const read = async (locale: string, of = inputs): Promise<string[]> => {
      const store = createRunhueStore({ settings: settings as never });
      store.setState((state) => ({ view: { ...state.view, drawerOpen: true, drawerPage: 'data' } }));
      const { unmount } = render(
        <RunhueProvider runs={of as RunInput[]} store={store} locale={locale}>
          <SettingsDrawer />
        </RunhueProvider>,
      );
      const dialog = await screen.findByRole('dialog');
      const texts = within(dialog).getAllByRole('listitem').map(({ textContent }) => textContent);
      unmount();
      return texts;
    };
    const english = await read('en');
    const korean = await read('ko');
    const { problems } = createRuns(inputs as RunInput[]);
    expect(new Set(problems.map(({ code }) => code)).size).toBe(9);
    expect(problems.every(({ params }) => params)).toBe(true);
    expect(korean).toHaveLength(problems.length + 5);
    expect(english).toHaveLength(problems.length + 5);
    for (const text of korean) expect(text, text).toMatch(/[가-힣]/);
    for (const text of [...english, ...korean]) expect(text, text).not.toMatch(/\{(run|key|value|used|count|samples|input|path|columns?|accepts|version)\}/);
    for (const text of english) expect(text, text).not.toMatch(/[가-힣]/);
    expect(korean).toContain('Run "a": 메트릭 "acc"에서 숫자가 아닌 값 1개를 제외했습니다("n/a"). 숫자를 로그하고, 값이 없으면 null을 사용하세요.');
    expect(korean).toContain('Run "c": 객체가 아닌 히스토리 행 2개를 제외했습니다. 행은 {_step: 0, acc: 0.5} 형식이어야 합니다.');
    expect(korean).toContain('설정 bucketCount: 9 대신 8 값을 사용합니다.');
    expect(korean).toContain('설정 yValue: 사용할 수 없는 값이어서 제외했습니다("mean"). 사용할 수 있는 값: "latest" | "max" | "min"');
    expect(english).toContain('Setting bucketCount is 9: 8 is used.');
    for (const { code, message } of problems) if (code !== 'invalid-step' && code !== 'length-mismatch') expect(english.join(), message).toContain(message.slice(0, 40));
  });

  test('a problem that a reader words itself is shown as it is', async () => {
    const store = createRunhueStore();
    store.setState((state) => ({ view: { ...state.view, drawerOpen: true, drawerPage: 'data' } }));
    const message = '"a.csv": the file is empty.';
    render(
      <RunhueProvider runs={{ runs: [], problems: [{ inputIndex: -1, runId: null, code: 'unreadable', message }] }} store={store} locale="ko">
        <SettingsDrawer />
      </RunhueProvider>,
    );
    expect(await screen.findByText(message)).toBeTruthy();
  });

  test('a count of one is worded as one', () => {
    render(<RunWorkspace runs={fiveRuns().slice(0, 1)} metrics={[]} />);
    expect(screen.getByText('1 run')).toBeTruthy();
  });

  test('every drawer word is translated: both tables have the same places to fill in', () => {
    const words = (locale: string): Record<string, string> => {
      let table: Record<string, string> = {};
      function Read(): null {
        table = { ...useMessages() };
        return null;
      }
      render(
        <RunhueProvider locale={locale}>
          <Read />
        </RunhueProvider>,
      );
      return table;
    };
    const places = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
    const [english, korean] = [words('en'), words('ko')];
    expect(Object.keys(korean).sort()).toEqual(Object.keys(english).sort());
    for (const [name, text] of Object.entries(english)) expect(places(korean[name] ?? ''), name).toEqual(places(text));
  });
});

describe('an empty kit', () => {
  test('RunWorkspace without runs says what is missing', () => {
    render(<RunWorkspace runs={[]} />);
    expect(screen.getByText(/No runs yet/)).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  test('RunWorkspace loading says so', () => {
    render(<RunWorkspace loading />);
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain('Loading runs…');
  });

  test('runs without a history leave a sentence where plots would be', () => {
    render(<RunWorkspace runs={[{ id: 'a', config: { lr: 1 } }]} />);
    expect(screen.getByText(/No run has a history/)).toBeTruthy();
  });

  test('runs without any key show a table of names only', () => {
    render(<RunWorkspace runs={[{ id: 'a' }, { id: 'b' }]} metrics={[]} />);
    expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual(['Name', 'Shown']);
  });

  test('a search for metrics that finds none says so', () => {
    render(<RunWorkspace runs={fiveRuns()} />);
    fireEvent.change(screen.getByRole('searchbox', { name: 'Search metrics' }), { target: { value: 'zzz' } });
    expect(screen.getByText('No metric matches.')).toBeTruthy();
  });
});
