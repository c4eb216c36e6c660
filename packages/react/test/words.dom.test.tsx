import { BucketLegend, RunhueProvider, RunLinePlot, RunTable, RunWorkspace, useLocale, useMessages } from '@runhue/react';
import { fireEvent, render, screen } from '@testing-library/react';
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
