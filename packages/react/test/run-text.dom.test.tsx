import { RunhueProvider, useRunText, type RunhueProviderProps, type RunText } from '@runhue/react';
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { categoryRuns } from './fixtures/runs.js';

afterEach(cleanup);

/** What the tooltip and the table say of a run. */
function textOf(id: string, props: RunhueProviderProps): RunText {
  const texts: RunText[] = [];
  function Below(): null {
    texts.push(useRunText()(id));
    return null;
  }
  render(
    <RunhueProvider {...props}>
      <Below />
    </RunhueProvider>,
  );
  const latest = texts.at(-1);
  if (!latest) throw new Error('Nothing was rendered.');
  return latest;
}

describe('useRunText', () => {
  test('a run in "Other" has its own category as value', () => {
    const runs = categoryRuns(Array.from({ length: 16 }, (_, i) => `kind${String(i).padStart(2, '0')}`));
    expect(textOf('r15', { runs })).toMatchObject({ value: 'kind15', bucket: 'Other (5)', exact: 'kind15' });
  });

  test('a run in a renamed category keeps its own value', () => {
    const bucketOverrides = { 'category:string:adam': { name: 'good' } };
    const props = { runs: categoryRuns(['adam', 'sgd']), defaultSettings: { byKey: { 'config:kind': { bucketOverrides } } } } as const;
    expect(textOf('r0', props)).toMatchObject({ value: 'adam', bucket: 'good' });
  });

  test('truth values, empty texts and texts that look like numbers are worded as in the legend', () => {
    const runs = [true, '', 1, '1'].map((flag, i) => ({ id: `r${i}`, config: { flag } }));
    const settings = { key: 'config:flag' } as const;
    expect(runs.map(({ id }) => textOf(id, { runs, settings }).value)).toEqual(['true', '(empty)', '1', '"1"']);
    expect(textOf('r0', { runs, settings, messages: { legendTrue: 'yes' } }).value).toBe('yes');
  });

  test('∞ and −∞ are told apart, also where their bucket has a name', () => {
    const runs = [1, 2, Infinity, -Infinity].map((lr, i) => ({ id: `r${i}`, config: { lr } }));
    const props = { runs, defaultSettings: { byKey: { 'config:lr': { bucketOverrides: { nonFinite: { name: 'diverged' } } } } } } as const;
    expect(textOf('r2', props)).toMatchObject({ value: '∞', bucket: 'diverged' });
    expect(textOf('r3', props)).toMatchObject({ value: '−∞', bucket: 'diverged' });
  });

  test('a run without a value says so', () => {
    expect(textOf('none', { runs: [...categoryRuns(['a', 'b']), { id: 'none' }] })).toMatchObject({ value: 'No value', exact: null });
  });
});

test('a theme that is none counts as auto', () => {
  const props = { theme: 'sepia' } as unknown as Pick<RunhueProviderProps, 'theme'>;
  expect(textOf('r0', { ...props, runs: categoryRuns(['a', 'b']) }).value).toBe('a');
});
