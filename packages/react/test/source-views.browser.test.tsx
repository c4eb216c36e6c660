import { RunSourceError, type KeyEntry, type RunsQuery } from '@runhue/core';
import { BucketLegend, createRunhueStore, RunhueProvider, RunTable, RunWorkspace, SettingsButton, SettingsDrawer, type RunhueProviderProps } from '@runhue/react';
import '@runhue/react/styles.css';
import { beforeEach, describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';
import { fakeSource, type FakeOptions, type FakeSource } from './fixtures/fake-source.js';

const settings = { key: 'metric:acc', bucketCount: 5 } as const;
const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.runhue-table-rows [role="row"]')].sort((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex));
const names = (): (string | undefined)[] => rows().map((row) => row.querySelector('.runhue-run-name')?.textContent ?? undefined);
const runsAsked = (source: FakeSource): RunsQuery[] => source.asks.filter(({ what }) => what === 'runs').map(({ query }) => query);
const scrollTo = (top: number): void => document.querySelector('.runhue-table-scroller')?.scrollTo(0, top);
const rest = (ms = 350): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

beforeEach(() => page.viewport(1280, 800));

function provided(source: FakeSource, children: React.ReactNode, props: Partial<RunhueProviderProps> = {}) {
  return (
    <RunhueProvider source={source} theme="light" defaultSettings={settings} {...props}>
      {children}
    </RunhueProvider>
  );
}

describe('RunTable over a source', () => {
  const show = async (options: FakeOptions = { runs: 1000 }) => {
    const source = fakeSource(options);
    await render(provided(source, <RunTable style={{ height: 400 }} />));
    await expect.poll(() => rows().length).toBeGreaterThan(0);
    return source;
  };

  test('asks for a page, and for the next one when its end comes near', async () => {
    const source = await show();
    await expect.element(page.getByRole('table')).toHaveAttribute('aria-rowcount', '1001');
    expect(runsAsked(source)).toEqual([{ limit: 100 }]);
    expect(rows().length).toBeLessThan(60);
    scrollTo(28 * 100);
    await expect.poll(() => runsAsked(source).length).toBe(2);
    expect(runsAsked(source)[1]).toEqual({ limit: 100, cursor: '100' });
    scrollTo(28 * 150);
    await expect.poll(names).toContain('Run 152');
  });

  test('rows have value, bucket and colour of their column', async () => {
    await show();
    const cells = (): (string | null)[] => [...(rows()[0]?.querySelectorAll('[role="cell"]') ?? [])].map(({ textContent }) => textContent);
    await expect.poll(cells).toEqual(['Run 0', '0', '1', '']);
  });

  test('a search is the source’s to answer, once typing rests; the rows stay until then', async () => {
    const source = await show();
    source.hold('runs');
    await userEvent.fill(page.getByRole('searchbox'), '99');
    await expect.poll(() => runsAsked(source).length).toBe(2);
    expect(runsAsked(source)[1]).toEqual({ limit: 100, search: '99' });
    expect(names()[0]).toBe('Run 0');
    source.pending('runs')[0]?.answer();
    await expect.poll(names).toContain('Run 199');
    source.mend();
    await userEvent.fill(page.getByRole('searchbox'), 'nothing like it');
    await expect.element(page.getByText('No run matches.')).toBeVisible();
  });

  test('orders by the Key through the source: up, down, and back to the source’s own order', async () => {
    const source = await show();
    const press = () => userEvent.click(page.getByRole('columnheader', { name: /acc/ }).getByRole('button'));
    await press();
    await expect.poll(() => runsAsked(source).at(-1)).toEqual({ limit: 100, orderBy: { keyId: 'metric:acc', yValue: 'latest', direction: 'ascending' } });
    await press();
    await expect.poll(() => runsAsked(source).at(-1)?.orderBy?.direction).toBe('descending');
    await expect.poll(() => names()[0]).toBe('Run 999');
    await press();
    await expect.poll(() => names()[0]).toBe('Run 0');
  });

  test('offers no order where the source has none', async () => {
    await show({ runs: 20, abilities: { orderByKey: false } });
    expect(page.getByRole('columnheader').getByRole('button').elements()).toHaveLength(0);
    await expect.element(page.getByRole('columnheader', { name: /acc/ })).toBeVisible();
  });

  test('a page that fails leaves the rows before it; it is asked for again', async () => {
    const source = await show();
    source.breakDown('runs');
    scrollTo(28 * 100);
    await expect.element(page.getByRole('alert')).toHaveTextContent('Could not read the runs from Testbase. No connection to the test: start it.');
    expect(rows().length).toBeGreaterThan(0);
    source.mend();
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    await expect.poll(() => page.getByRole('alert').elements()).toHaveLength(0);
    scrollTo(28 * 150);
    await expect.poll(names).toContain('Run 152');
  });

  test('another Key asks for no rows in the source’s own order', async () => {
    const source = fakeSource({ runs: 50 });
    const store = createRunhueStore({ settings });
    await render(provided(source, <RunTable style={{ height: 400 }} />, { store }));
    await expect.poll(() => rows().length).toBeGreaterThan(0);
    store.setState((state) => ({ settings: { ...state.settings, key: 'metric:loss' } }));
    await expect.element(page.getByRole('columnheader', { name: /loss/ })).toBeVisible();
    await rest();
    expect(source.count('runs')).toBe(1);
  });
});

describe('SettingsDrawer over a source', () => {
  const manyKeys: KeyEntry[] = Array.from({ length: 7000 }, (_, i) => ({ id: `metric:m${i}`, group: 'metric', name: `m${i}`, label: `m${i}`, type: 'number', runCount: 100, varies: true }));
  const open = async (source: FakeSource, props: Partial<RunhueProviderProps> = {}) => {
    await render(provided(source, <><SettingsButton /><BucketLegend /><SettingsDrawer /></>, props));
    await userEvent.click(page.getByRole('button', { name: 'Settings' }));
    await userEvent.click(page.getByRole('button', { name: /^Runs/ }));
    await expect.element(page.getByRole('combobox', { name: 'Key' })).toBeVisible();
  };

  test('lists some keys of many, says how many there are, and lets the source search', async () => {
    const source = fakeSource({ keys: manyKeys });
    await open(source, { defaultSettings: { key: 'metric:m5', bucketCount: 5 } });
    await userEvent.click(page.getByRole('button', { name: 'Choose a key' }).first());
    await expect.element(page.getByText('5,000 of 7,000 keys. Search for the others.')).toBeVisible();
    expect(page.getByRole('option').elements().length).toBeLessThan(60);
    await expect.element(page.getByRole('option', { name: /^m5 / })).toHaveAttribute('aria-setsize', '5000');
    await userEvent.fill(page.getByRole('combobox', { name: 'Key' }), 'm6999');
    await expect.element(page.getByRole('option', { name: /m6999/ })).toBeVisible();
    expect(source.asks.filter(({ what }) => what === 'keys').map(({ query }) => query)).toEqual([{ limit: 5000 }, { search: 'm6999', limit: 1000 }]);
    await userEvent.click(page.getByRole('option', { name: /m6999/ }));
    await expect.element(page.getByRole('toolbar')).toHaveAccessibleName(/m6999 · latest/);
    await expect.element(page.getByRole('combobox', { name: 'Key' })).toHaveValue('m6999');
  });

  test('offers only the Y values that the source can reduce to, and says so', async () => {
    await open(fakeSource({ abilities: { yValues: ['latest', 'max'] } }));
    expect(page.getByRole('group', { name: 'Y value' }).getByRole('radio').elements().map((radio) => radio.parentElement?.textContent)).toEqual(['Latest', 'Max']);
    await expect.element(page.getByText('Only what Testbase can tell.')).toBeVisible();
  });

  test('the chosen Key stands in the field at once, while the legend waits for its column; a failure is told with the way to try again', async () => {
    const source = fakeSource();
    await open(source);
    source.hold('column');
    await userEvent.click(page.getByRole('button', { name: 'Choose a key' }).first());
    await userEvent.click(page.getByRole('option', { name: /^loss/ }));
    await expect.element(page.getByRole('combobox', { name: 'Key' })).toHaveValue('loss');
    await expect.element(page.getByRole('toolbar')).toHaveAccessibleName(/acc · latest/);
    await expect.poll(() => document.querySelector('.runhue-drawer .runhue-source-bar')).not.toBeNull();
    await expect.poll(() => source.pending('column').length).toBe(1);
    source.pending('column')[0]?.fail(new RunSourceError('timeout', 'No answer within 30 s: try again.'));
    const drawer = page.getByRole('dialog');
    await expect.element(drawer.getByRole('alert')).toHaveTextContent(/Could not read loss from Testbase\. No answer within 30 s: try again\..*The last answer is still shown\./);
    source.mend();
    await userEvent.click(drawer.getByRole('button', { name: 'Try again' }));
    await expect.element(page.getByRole('toolbar')).toHaveAccessibleName(/loss · latest/);
    expect(page.getByRole('alert').elements()).toHaveLength(0);
  });

  test('an error that asking again cannot mend offers no such button', async () => {
    const source = fakeSource();
    await open(source);
    source.hold('column');
    await userEvent.click(page.getByRole('button', { name: 'Choose a key' }).first());
    await userEvent.click(page.getByRole('option', { name: /^loss/ }));
    await expect.poll(() => source.pending('column').length).toBe(1);
    source.pending('column')[0]?.fail(new RunSourceError('refused', 'Not allowed: ask your administrator.'));
    await expect.element(page.getByRole('dialog').getByRole('alert')).toHaveTextContent(/Not allowed/);
    expect(page.getByRole('button', { name: 'Try again' }).elements()).toHaveLength(0);
  });

  test('a change of bucket count in the drawer asks nothing', async () => {
    const source = fakeSource({ runs: 1000 });
    await open(source);
    const asked = source.asks.length;
    await userEvent.click(page.getByRole('button', { name: 'More buckets' }));
    await expect.poll(() => page.getByRole('toolbar').getByRole('button').elements().length).toBe(6);
    await rest(150);
    expect(source.asks).toHaveLength(asked);
  });
});

describe('BucketLegend over a source', () => {
  test('its table lists the runs that plots draw, by bucket, under their names', async () => {
    const source = fakeSource({ runs: 1000 });
    await render(provided(source, <div style={{ height: 600 }}><BucketLegend variant="table" /></div>, { maxRuns: 10 }));
    await expect.element(page.getByText('The 10 runs that the plots draw, of 1,000.')).toBeVisible();
    await expect.poll(() => document.querySelectorAll('[data-row="run"]').length).toBe(10);
    expect(document.querySelectorAll('[data-row="bucket"]')).toHaveLength(5);
    await expect.poll(() => document.querySelector('[data-row="run"]')?.textContent).toMatch(/^Run \d+0\.\d+/);
    expect(source.count('runs')).toBe(1);
  });

  test('before the first column there are places for its items, said aloud', async () => {
    const source = fakeSource();
    source.hold('column');
    await render(provided(source, <BucketLegend />));
    await expect.poll(() => document.querySelectorAll('.runhue-source-rows > span').length).toBe(5);
    expect(page.getByRole('status').elements().map(({ textContent }) => textContent)).toContain('Waiting for acc from Testbase…');
  });
});

describe('RunWorkspace over a source', () => {
  test('shows table, legend and a plot per metric of the source', async () => {
    await render(<div style={{ height: 700 }}><RunWorkspace source={fakeSource({ runs: 400 })} theme="light" defaultSettings={settings} /></div>);
    await expect.element(page.getByText('400 runs', { exact: true })).toBeVisible();
    await expect.poll(() => [...document.querySelectorAll('.runhue-plot-title')].map(({ textContent }) => textContent)).toEqual(['acc', 'loss']);
    await expect.poll(() => [...document.querySelectorAll('.runhue-source-facts')].map(({ textContent }) => textContent)).toEqual(Array.from({ length: 2 }, () => '200 of 400 runs · reduced to pixels by Testbase'));
  });

  test('its plots share one question for the names of their runs', async () => {
    const source = fakeSource({ runs: 400 });
    await render(<div style={{ height: 700 }}><RunWorkspace source={source} theme="light" defaultSettings={settings} /></div>);
    await expect.poll(() => document.querySelectorAll('.runhue-source-facts').length).toBe(2);
    expect(runsAsked(source).filter(({ runIds }) => runIds)).toHaveLength(1);
  });

  test('a source that is gone is told in one sentence, and tried again', async () => {
    const source = fakeSource();
    source.breakDown('keys', 'column');
    await render(<RunWorkspace source={source} theme="light" />);
    await expect.element(page.getByRole('alert')).toHaveTextContent('Could not read the keys from Testbase. No connection to the test: start it.');
    source.mend();
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    await expect.element(page.getByText('100 runs', { exact: true })).toBeVisible();
    expect(page.getByRole('alert').elements()).toHaveLength(0);
  });

  test('a source without runs says so', async () => {
    await render(<RunWorkspace source={fakeSource({ runs: 0, keys: [] })} theme="light" />);
    await expect.element(page.getByText('Testbase has no runs yet.')).toBeVisible();
  });

  test('in Korean', async () => {
    const source = fakeSource();
    source.breakDown('keys', 'column');
    await render(<RunWorkspace source={source} theme="dark" locale="ko" />);
    await expect.element(page.getByRole('alert')).toHaveTextContent('Testbase에서 불러오지 못했습니다: Key 목록.');
    await expect.element(page.getByRole('button', { name: '다시 시도' })).toBeVisible();
  });
});
