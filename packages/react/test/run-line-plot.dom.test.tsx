import { createRuns, type Run, type RunInput } from '@runhue/core';
import { createRunhueStore, RunhueProvider, RunLinePlot, type RunLinePlotProps } from '@runhue/react';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, test } from 'vitest';

afterEach(cleanup);

const run: RunInput = { id: 'a', history: { loss: { steps: [0, 1], values: [1, 2] }, bad: { steps: [0], values: [NaN] }, low: { steps: [0], values: [-1] } } };

function show(runs: RunInput[], props: Partial<RunLinePlotProps>, locale = 'en'): HTMLElement {
  return render(
    <RunhueProvider runs={runs} locale={locale}>
      <RunLinePlot metric="loss" {...props} />
    </RunhueProvider>,
  ).container;
}

describe('RunLinePlot without anything to draw says why, and the way out', () => {
  test.each<[string, RunInput[], Partial<RunLinePlotProps>, string]>([
    ['no runs', [], {}, 'There are no runs to plot yet.'],
    ['no run has the metric', [run], { metric: 'val/acc' }, 'No run has val/acc. Choose another metric.'],
    ['no finite value', [run], { metric: 'bad' }, 'No run has a finite value of bad. Choose another metric.'],
    ['no run has the x axis', [run], { xAxis: 'Wall Time' }, 'No run has Wall Time for loss.'],
    ['nothing above zero on a log axis', [run], { metric: 'low', yScale: 'log' }, 'No point lies above 0, so a log scale has nothing to show.'],
    ['a run without a history', [{ id: 'b' }], {}, 'No run has loss. Choose another metric.'],
  ])('%s', (_, runs, props, sentence) => {
    expect(show(runs, props).textContent).toContain(sentence);
  });

  test('in Korean', () => {
    expect(show([run], { metric: 'val/acc' }, 'ko').textContent).toContain('val/acc 값이 있는 run이 없습니다. 다른 메트릭을 선택하세요.');
  });

  test('an x axis that no run has can be changed to Step', async () => {
    show([run], { xAxis: 'Wall Time' });
    await userEvent.click(screen.getByRole('button', { name: 'Use Step' }));
    expect(screen.queryByText(/No run has/)).toBeNull();
  });

  test('when every run is hidden, Show all brings them back', async () => {
    const store = createRunhueStore();
    render(
      <RunhueProvider runs={[run]} store={store}>
        <RunLinePlot metric="loss" />
      </RunhueProvider>,
    );
    expect(screen.queryByText('Every run of this plot is hidden.')).toBeNull();
    store.setState((state) => ({ view: { ...state.view, hiddenRuns: new Set(['a']) } }));
    await userEvent.click(await screen.findByRole('button', { name: 'Show all' }));
    expect(store.getState().view.hiddenRuns.size).toBe(0);
  });

  test('a zoom beyond the data offers to show all again', async () => {
    const store = createRunhueStore();
    store.setState((state) => ({ view: { ...state.view, xWindows: { Step: [5, 9] } } }));
    render(
      <RunhueProvider runs={[run]} store={store}>
        <RunLinePlot metric="loss" />
      </RunhueProvider>,
    );
    const [, inThePlot] = screen.getAllByRole('button', { name: 'Reset zoom' });
    await userEvent.click(inThePlot!);
    expect(store.getState().view.xWindows).toEqual({});
  });
});

describe('RunLinePlot', () => {
  test('is named by the metric’s display name, or its title', () => {
    render(
      <RunhueProvider runs={[run]} keyLabels={{ loss: 'Training loss' }}>
        <RunLinePlot metric="loss" />
        <RunLinePlot metric="loss" title="Mine" />
      </RunhueProvider>,
    );
    expect(screen.getAllByRole('heading').map((heading) => heading.textContent)).toEqual(['Training loss', 'Mine']);
  });

  test.each([0, -3, NaN, 0.5])('maxRuns %d still shows a run', (maxRuns) => {
    expect(show([run], { maxRuns }).textContent).not.toContain('No run');
  });

  test.each([
    [[1, 2, 3, 4, 5, 6, 7, 8, 9]],
    [[-5, -4, -3, -2, -1, 1, 2, 3, 4]],
  ])('ends a linear y axis where createRuns found the lowest and highest of %j, and reads none of them for that', (values) => {
    let reads = 0;
    const watched = (array: Float64Array): Float64Array =>
      new Proxy(array, {
        get(target, name) {
          if (typeof name === 'string' && /^\d+$/.test(name)) reads++;
          const member: unknown = Reflect.get(target, name, target);
          return typeof member === 'function' ? member.bind(target) : member;
        },
      });
    const { runs, problems } = createRuns(['a', 'b', 'c'].map((id) => ({ id, history: { loss: { steps: values.map((_, i) => i), values } } })));
    const spied = runs.map((one): Run => {
      const series = one.history.get('loss')!;
      return { ...one, history: new Map([['loss', { ...series, values: watched(series.values) }]]) };
    });
    // On a server nothing is drawn, so that only what makes the axes could read points.
    renderToString(
      <RunhueProvider runs={{ runs: spied, problems }}>
        <RunLinePlot metric="loss" />
      </RunhueProvider>,
    );
    expect(reads).toBe(0);
  });

  test('renders on a server', () => {
    const html = renderToString(
      <RunhueProvider runs={[run]}>
        <RunLinePlot metric="loss" />
      </RunhueProvider>,
    );
    expect(html).toContain('loss');
  });
});
