import { createRunhueStore, RunhueProvider, SettingsButton, SettingsDrawer, type RunhueProviderProps, type SettingsPreset } from '@runhue/react';
import type { KeyId, KeySettings, RunInput } from '@runhue/core';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import './fixtures/probe.js';
import { categoryRuns, fiveRuns } from './fixtures/runs.js';

const lr: KeyId = 'config:lr';
const acc: KeyId = 'metric:acc';

// Loading the drawer's code takes longer than a query waits.
beforeAll(async () => {
  render(<Kit runs={fiveRuns()} />);
  fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
  await screen.findByRole('dialog');
  cleanup();
});

function Kit({ presets, ...props }: RunhueProviderProps & { presets?: readonly SettingsPreset[] }) {
  return (
    <RunhueProvider {...props}>
      <SettingsButton />
      <SettingsDrawer {...(presets && { presets })} />
    </RunhueProvider>
  );
}

/** A run per value of the config key `lr`. */
const rates = (values: readonly number[]): RunInput[] => values.map((value, i) => ({ id: `r${i}`, config: { lr: value } }));
const evenly = rates(Array.from({ length: 41 }, (_, i) => i / 4));
/** 38 runs that learned, two that diverged. */
const crowded = rates([...Array.from({ length: 38 }, (_, i) => 1 + i / 100), 30, 40]);

async function open(runs: RunInput[], own: KeySettings = {}, key: KeyId = lr, more: { presets?: readonly SettingsPreset[] } = {}) {
  const store = createRunhueStore({ settings: { key, byKey: { [key]: own } } });
  render(<Kit runs={runs} store={store} {...more} />);
  fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
  const drawer = within(await screen.findByRole('dialog', { name: 'Settings' }));
  fireEvent.click(drawer.getByRole('button', { name: /^Runs/ }));
  return {
    drawer,
    own: (): KeySettings => store.getState().settings.byKey[key] ?? {},
    settings: () => store.getState().settings,
    steps: () => store.getState().past.length,
    rows: () => within(drawer.getByRole('region', { name: 'Ranges' })).getAllByRole('listitem'),
    unfold: () => {
      const summary = drawer.getByText('More');
      fireEvent.click(summary);
      const details = summary.closest('details');
      if (details) fireEvent(details, new Event('toggle'));
    },
  };
}

function type(field: HTMLElement, text: string): void {
  fireEvent.change(field, { target: { value: text } });
}

describe('offers', () => {
  test('a crowded bucket lists what spreads it, each one press', async () => {
    const { drawer, own, rows, steps } = await open(crowded);
    expect(drawer.getByText(/95 % of the runs with a value are in bucket 1/)).toBeTruthy();
    for (const name of ['Leave the outliers out: Min – 1.37', 'Use equal counts']) expect(drawer.getByRole('button', { name })).toBeTruthy();
    expect(drawer.queryByRole('button', { name: 'Use log buckets' })).toBeNull();
    fireEvent.click(drawer.getByRole('button', { name: 'Leave the outliers out: Min – 1.37' }));
    expect(own()).toEqual({ method: 'equal-width', domain: [null, 1.37] });
    expect(rows()).toHaveLength(5);
    expect(steps()).toBe(1);
    expect(drawer.queryByText(/are in bucket 1/)).toBeNull();
    expect(drawer.getByText(/2 runs lie beyond the pinned domain 1.00 – 1.37/)).toBeTruthy();
  });

  test('log is suggested for values over decades, and taken with one press', async () => {
    const { drawer, own } = await open(rates([1e-4, 1e-3, 1e-3, 0.01, 0.02, 0.05, 0.07, 0.1]));
    expect(drawer.getByText(/span 1,000×/)).toBeTruthy();
    fireEvent.click(drawer.getByRole('button', { name: 'Use log buckets' }));
    expect(own()).toEqual({ method: 'log' });
    expect(drawer.queryByText(/span 1,000×/)).toBeNull();
  });
});

describe('method', () => {
  test('every method can be chosen; custom starts from the edges in force', async () => {
    const { drawer, own, unfold } = await open(evenly);
    unfold();
    const method = drawer.getByRole<HTMLSelectElement>('combobox', { name: 'Method' });
    expect([...method.options].map(({ text }) => text)).toEqual([
      'Equal width', 'Log', 'Quantile: equal counts', 'Natural breaks', 'Custom edges', 'Continuous',
    ]);
    type(method, 'custom');
    expect(own()).toEqual({ method: 'custom', edges: [2, 4, 6, 8] });
    type(method, 'continuous');
    expect(drawer.getByRole<HTMLInputElement>('spinbutton', { name: 'Buckets' }).disabled).toBe(true);
    expect(drawer.getByText(/has no buckets, so the count does not apply/)).toBeTruthy();
  });

  test('log says why it is refused', async () => {
    const { drawer, unfold } = await open(evenly);
    unfold();
    const method = drawer.getByRole<HTMLSelectElement>('combobox', { name: 'Method' });
    expect([...method.options].find(({ text }) => text === 'Log')?.disabled).toBe(true);
    expect(drawer.getByText('Log needs values above 0: 1 run has none.')).toBeTruthy();
  });

  test('is absent for categories, as are domain and extent', async () => {
    const { drawer, unfold } = await open(categoryRuns(['a', 'b']), {}, 'config:kind');
    unfold();
    expect(drawer.queryByRole('combobox', { name: 'Method' })).toBeNull();
    expect(drawer.queryByRole('button', { name: 'Freeze edges' })).toBeNull();
    expect(drawer.queryByRole('group', { name: 'Extent from' })).toBeNull();
  });
});

describe('bucket editor', () => {
  const edit = (drawer: Awaited<ReturnType<typeof open>>['drawer'], name: RegExp): void =>
    void fireEvent.click(drawer.getByRole('button', { name }));

  test('an edge typed and entered moves, makes the edges custom and says so', async () => {
    const { drawer, own, steps } = await open(evenly);
    edit(drawer, /Edit bucket 2, 2 – 4/);
    const from = drawer.getByRole<HTMLInputElement>('textbox', { name: 'From' });
    expect(from.value).toBe('2');
    type(from, '2.5');
    expect(own()).toEqual({});
    fireEvent.keyDown(from, { key: 'Enter' });
    expect(own()).toEqual({ method: 'custom', edges: [2.5, 4, 6, 8] });
    expect(steps()).toBe(1);
    expect(drawer.getByText('Edges set by hand.')).toBeTruthy();
  });

  test.each([
    ['', /Type a number/],
    ['two', /Type a number/],
    ['Infinity', /finite/],
    ['0.1e9', /Must be below 6, the edge after it/],
    ['2', /Must be above 2, the edge before it/],
  ])('an edge typed as "%s" is refused with the reason, and leaving the field takes it back', async (text, reason) => {
    const { drawer, own } = await open(evenly);
    edit(drawer, /Edit bucket 2/);
    const to = drawer.getByRole<HTMLInputElement>('textbox', { name: 'To' });
    type(to, text);
    expect(drawer.getByRole('alert').textContent).toMatch(reason);
    expect(to.getAttribute('aria-invalid')).toBe('true');
    fireEvent.keyDown(to, { key: 'Enter' });
    fireEvent.blur(to);
    expect(to.value).toBe('4');
    expect(own()).toEqual({});
  });

  test('the outer ends are open', async () => {
    const { drawer } = await open(evenly);
    edit(drawer, /Edit bucket 1/);
    expect(drawer.queryByRole('textbox', { name: 'From' })).toBeNull();
    expect(drawer.getByText('Min', { selector: '.runhue-open-end' })).toBeTruthy();
  });

  test('a bucket splits and merges, from 2 to 8', async () => {
    const { drawer, own, rows } = await open(evenly, { method: 'custom', edges: [5] });
    edit(drawer, /Edit bucket 1/);
    expect(drawer.getByRole('button', { name: 'Merge with next' }).getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(drawer.getByRole('button', { name: 'Merge with next' }));
    expect(own().edges).toEqual([5]);
    fireEvent.click(drawer.getByRole('button', { name: 'Split' }));
    expect(own().edges).toEqual([2.4, 5]);
    for (let i = 0; i < 7; i++) fireEvent.click(drawer.getByRole('button', { name: 'Split' }));
    expect(rows().length).toBeLessThanOrEqual(8);
    edit(drawer, /Edit bucket 1/);
    edit(drawer, /Edit bucket 3/);
    fireEvent.click(drawer.getByRole('button', { name: 'Merge with next' }));
    expect(own().edges?.length).toBe(rows().length - 1);
  });

  test('the stepper splits and merges custom buckets instead of cutting anew', async () => {
    const { drawer, own } = await open(evenly, { method: 'custom', edges: [8, 9] });
    expect(drawer.getByRole<HTMLInputElement>('spinbutton', { name: 'Buckets' }).value).toBe('3');
    fireEvent.click(drawer.getByRole('button', { name: 'More buckets' }));
    expect(own().edges).toEqual([4, 8, 9]);
    fireEvent.keyDown(drawer.getByRole('spinbutton', { name: 'Buckets' }), { key: 'Home' });
    expect(own().edges).toHaveLength(1);
  });

  test("a bucket's name and colour change in the list, are reset alone, and all at once", async () => {
    const { drawer, own, rows } = await open(evenly);
    edit(drawer, /Edit bucket 1/);
    type(drawer.getByRole('textbox', { name: 'Name' }), 'slow');
    fireEvent.keyDown(drawer.getByRole('textbox', { name: 'Name' }), { key: 'Enter' });
    expect(rows()[0]?.textContent).toContain('slow');
    type(drawer.getByLabelText('Color'), '#112233');
    expect(own().bucketOverrides).toEqual({ 'range:0': { name: 'slow', color: '#112233' } });
    expect(rows()[0]?.querySelector('rect')?.getAttribute('fill')).toBe('#112233');
    fireEvent.click(within(rows()[0] as HTMLElement).getByRole('button', { name: 'Reset' }));
    expect(own().bucketOverrides).toBeUndefined();
  });

  test('"Reset buckets" takes edges, names and colours back as one step', async () => {
    const { drawer, own, steps } = await open(evenly, { method: 'custom', edges: [1, 2], bucketOverrides: { 'range:0': { name: 'low' } } });
    fireEvent.click(drawer.getByRole('button', { name: 'Reset buckets' }));
    expect(own()).toEqual({});
    expect(steps()).toBe(1);
    expect(drawer.queryByText('Edges set by hand.')).toBeNull();
  });

  test('an edge on the histogram is a slider with a name, its neighbours as limits and its value in words', async () => {
    const { drawer } = await open(evenly);
    const edges = drawer.getAllByRole('slider');
    expect(edges).toHaveLength(4);
    const second = drawer.getByRole('slider', { name: 'Edge between buckets 2 and 3' });
    expect(['aria-valuemin', 'aria-valuenow', 'aria-valuemax', 'aria-valuetext'].map((name) => second.getAttribute(name))).toEqual(['2', '4', '6', '4']);
  });

  test('arrow keys nudge an edge, a held key is one step, Delete removes it', async () => {
    const { drawer, own, steps } = await open(evenly);
    const edge = drawer.getByRole('slider', { name: 'Edge between buckets 1 and 2' });
    fireEvent.keyDown(edge, { key: 'ArrowRight' });
    expect(own().edges).toEqual([2.1, 4, 6, 8]);
    fireEvent.keyDown(edge, { key: 'ArrowRight', repeat: true });
    fireEvent.keyDown(edge, { key: 'ArrowRight', repeat: true });
    expect(own().edges).toEqual([2.3, 4, 6, 8]);
    expect(steps()).toBe(1);
    fireEvent.keyDown(edge, { key: 'PageUp' });
    expect(steps()).toBe(2);
    fireEvent.keyDown(edge, { key: 'End' });
    const [first = 0, second = 0] = own().edges ?? [];
    expect(first).toBeLessThan(second);
    expect(first).toBeGreaterThan(3.8);
    fireEvent.keyDown(edge, { key: 'Delete' });
    expect(own().edges).toEqual([4, 6, 8]);
  });
});

describe('extent and domain', () => {
  test('"Freeze edges" pins the domain, "Use all values" frees it', async () => {
    const { drawer, own, unfold } = await open(evenly);
    unfold();
    fireEvent.click(drawer.getByRole('button', { name: 'Freeze edges' }));
    expect(own()).toEqual({ domain: [0, 10] });
    expect(drawer.getByText('New runs do not move the edges.')).toBeTruthy();
    fireEvent.click(drawer.getByRole('button', { name: 'Use all values' }));
    expect(own()).toEqual({});
  });

  test('ends are typed, left empty, and refused when out of order', async () => {
    const { drawer, own, unfold } = await open(evenly);
    unfold();
    const domain = within(drawer.getByRole('region', { name: 'Domain' }));
    const [from, to] = [domain.getByRole<HTMLInputElement>('textbox', { name: 'From' }), domain.getByRole<HTMLInputElement>('textbox', { name: 'To' })];
    expect(to.placeholder).toBe('10');
    type(to, '5');
    fireEvent.blur(to);
    expect(own().domain).toEqual([null, 5]);
    type(from, '6');
    expect(domain.getByRole('alert').textContent).toBe('From must be below To.');
    fireEvent.keyDown(from, { key: 'Escape' });
    expect(from.value).toBe('');
    type(to, '');
    fireEvent.keyDown(to, { key: 'Enter' });
    expect(own().domain).toBeNull();
    expect(domain.queryByRole('button', { name: 'Use all values' })).toBeNull();
  });

  test('ends of a date Key are shown and typed as dates, and kept as seconds since the epoch', async () => {
    const days = ['2024-01-01', '2024-01-02T06:30:00.25', '2024-03-01'];
    const runs = days.map((started, i) => ({ id: `r${i}`, config: { lr: started } }));
    const { drawer, own, unfold } = await open(runs);
    unfold();
    const domain = within(drawer.getByRole('region', { name: 'Domain' }));
    const [from, to] = [domain.getByRole<HTMLInputElement>('textbox', { name: 'From' }), domain.getByRole<HTMLInputElement>('textbox', { name: 'To' })];
    expect([from.placeholder, to.placeholder]).toEqual(['2024-01-01', '2024-03-01']);
    type(from, '2024-01-02 06:30:00.25');
    fireEvent.blur(from);
    expect(own().domain).toEqual([Date.UTC(2024, 0, 2, 6, 30, 0, 250) / 1000, null]);
    expect(from.value).toBe('2024-01-02 06:30:00.250');
  });

  test('the extent can come from the visible runs, which says what that means', async () => {
    const { drawer, settings, unfold } = await open(evenly);
    unfold();
    fireEvent.click(drawer.getByRole('radio', { name: 'Visible runs' }));
    expect(settings().scope).toBe('visible');
    expect(drawer.getByText('Hiding a run then moves the edges.')).toBeTruthy();
  });
});

describe('runs that move the edges', () => {
  test('are announced with how many runs changed bucket, until the next choice; what follows no run stays silent', async () => {
    const settings = { key: lr, byKey: { [lr]: { method: 'quantile' as const } } };
    const store = createRunhueStore({ settings });
    const kit = (runs: RunInput[]) => <Kit runs={runs} store={store} />;
    const { rerender } = render(kit(evenly));
    fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
    const drawer = within(await screen.findByRole('dialog'));
    fireEvent.click(drawer.getByRole('button', { name: /^Runs/ }));
    const more = [...evenly, ...Array.from({ length: 9 }, (_, i) => ({ id: `new${i}`, config: { lr: 9 + i / 100 } }))];
    rerender(kit(more));
    expect(drawer.getByText(/\d+ runs changed bucket, because the edges follow the runs/).closest('[role=status]')).toBeTruthy();
    fireEvent.click(drawer.getByRole('button', { name: 'Freeze edges' }));
    expect(drawer.queryByText(/changed bucket/)).toBeNull();
    rerender(kit(evenly));
    expect(drawer.queryByText(/changed bucket/)).toBeNull();
    expect(store.getState().settings.byKey[lr]?.method).toBe('custom');
  });
});

describe('ordered categories', () => {
  const kinds = ['small', 'medium', 'large', 'huge'];
  const labels = (rows: HTMLElement[]): (string | null | undefined)[] => rows.map((row) => row.querySelector('.runhue-bucket-label')?.textContent);

  test('"Ordered" takes the sequential colours and back, without moving a slot', async () => {
    const { drawer, rows } = await open(categoryRuns(kinds), {}, 'config:kind');
    const fills = (): (string | null | undefined)[] => rows().map((row) => row.querySelector('rect')?.getAttribute('fill'));
    const slots = fills();
    fireEvent.click(drawer.getByRole('checkbox', { name: /Ordered/ }));
    expect(fills()).not.toEqual(slots);
    fireEvent.click(drawer.getByRole('checkbox', { name: /Ordered/ }));
    expect(fills()).toEqual(slots);
  });

  test('rows move by buttons and by Alt and arrow keys, keep focus, and say where they are', async () => {
    const { drawer, rows, own } = await open(categoryRuns(kinds), { ordered: true }, 'config:kind');
    expect(labels(rows())).toEqual(['huge', 'large', 'medium', 'small']);
    const up = drawer.getByRole('button', { name: 'Move small up' });
    up.focus();
    fireEvent.click(up);
    expect(labels(rows())).toEqual(['huge', 'large', 'small', 'medium']);
    expect(document.activeElement).toBe(up);
    fireEvent.keyDown(up, { key: 'ArrowUp', altKey: true });
    fireEvent.keyDown(up, { key: 'ArrowUp', altKey: true });
    fireEvent.keyDown(up, { key: 'ArrowUp', altKey: true });
    expect(labels(rows())).toEqual(['small', 'huge', 'large', 'medium']);
    expect(own().categoryOrder?.[0]).toBe('string:small');
    expect(drawer.getByText('small is now 1 of 4.')).toBeTruthy();
    fireEvent.click(drawer.getByRole('button', { name: 'Natural order' }));
    expect(labels(rows())).toEqual(['huge', 'large', 'medium', 'small']);
  });
});

describe('suggested keys', () => {
  const runs: RunInput[] = Array.from({ length: 24 }, (_, i) => ({
    id: `r${i}`,
    config: { optimizer: i < 12 ? 'sgd' : 'adam', seed: i % 3, name: `run ${i}` },
    history: [{ loss: i < 12 ? 1 + i / 100 : 2 + i / 100 }],
  }));

  test('are ranked, said in words, and coloured by with one press', async () => {
    const { drawer, settings, unfold, steps } = await open(runs, {}, 'metric:loss');
    unfold();
    const list = within(drawer.getByRole('region', { name: 'Suggest keys' }));
    expect(list.getByText('optimizer separates loss best: 0.75 of rank variance over 24 runs.')).toBeTruthy();
    expect(list.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'optimizer 0.75 of rank variance over 24 runs, 2 buckets. Color by this key.',
      'seed 0.01 of rank variance over 24 runs, 3 buckets. Color by this key.',
    ]);
    fireEvent.click(list.getByRole('button', { name: /^optimizer 0.75/ }));
    expect(settings().key).toBe('config:optimizer');
    expect(steps()).toBe(1);
    expect(list.getByRole('button', { name: /^optimizer/ }).getAttribute('aria-pressed')).toBe('true');
    expect(list.getByRole<HTMLSelectElement>('combobox', { name: 'Outcome' }).value).toBe('metric:loss');
  });

  test('are absent without a metric or a config key that varies', async () => {
    const { drawer, unfold } = await open(evenly);
    unfold();
    expect(drawer.queryByRole('region', { name: 'Suggest keys' })).toBeNull();
  });
});

describe('settings as data', () => {
  test('are shown as JSON; pasted ones are repaired, listed and one step', async () => {
    const { drawer, settings, steps, unfold } = await open(fiveRuns(), {}, acc);
    unfold();
    const text = drawer.getByRole<HTMLTextAreaElement>('textbox', { name: 'Settings as JSON' });
    expect(JSON.parse(text.value)).toEqual(settings());
    type(text, '{"key": "metric:loss", "bucketCount": 99, "colour": 1}');
    fireEvent.click(drawer.getByRole('button', { name: 'Apply' }));
    expect(settings()).toMatchObject({ key: 'metric:loss', bucketCount: 8 });
    expect(steps()).toBe(1);
    expect(drawer.getByText(/bucketCount is 99: 8 is used/)).toBeTruthy();
    expect(drawer.getByText(/Setting colour is not known/)).toBeTruthy();
    expect(JSON.parse(text.value)).toEqual(settings());
  });

  test('what is no JSON is refused with the reason and changes nothing', async () => {
    const { drawer, steps, unfold } = await open(fiveRuns(), {}, acc);
    unfold();
    type(drawer.getByRole('textbox', { name: 'Settings as JSON' }), '{key: 1');
    fireEvent.click(drawer.getByRole('button', { name: 'Apply' }));
    expect(drawer.getByText(/This is no JSON/)).toBeTruthy();
    expect(steps()).toBe(0);
  });

  test('are copied', async () => {
    const writeText = vi.fn(async () => {});
    vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { clipboard: { writeText } }));
    const { drawer, settings, unfold } = await open(fiveRuns(), {}, acc);
    unfold();
    fireEvent.click(drawer.getByRole('button', { name: 'Copy' }));
    await drawer.findByText('Copied.');
    expect(writeText).toHaveBeenCalledWith(JSON.stringify(settings(), null, 2));
    vi.unstubAllGlobals();
  });

  test("an app's presets are one press and one undo step each", async () => {
    const presets = [{ name: 'Final accuracy', settings: { key: acc, bucketCount: 3, byKey: { [acc]: { method: 'quantile' as const } } } }];
    const { drawer, settings, steps, unfold } = await open(fiveRuns(), {}, 'metric:loss', { presets });
    unfold();
    fireEvent.click(drawer.getByRole('button', { name: 'Final accuracy' }));
    expect(settings()).toMatchObject({ key: acc, bucketCount: 3, byKey: { [acc]: { method: 'quantile' } } });
    expect(steps()).toBe(1);
  });

  test('urlPrefix: the URL is read, wins over what is saved, follows each choice, and keeps what is not ours', async () => {
    localStorage.setItem('saved', JSON.stringify({ bucketCount: 3 }));
    history.replaceState(null, '', '/?tab=2&rh.n=7&rh.y=max#here');
    const store = createRunhueStore();
    render(<Kit runs={fiveRuns()} store={store} urlPrefix="rh." storageKey="saved" />);
    expect(store.getState().settings).toMatchObject({ bucketCount: 7, yValue: 'max' });
    fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
    const drawer = within(await screen.findByRole('dialog'));
    fireEvent.click(drawer.getByRole('button', { name: /^Runs/ }));
    fireEvent.click(drawer.getByRole('radio', { name: 'Min' }));
    await waitFor(() => expect(location.search).toBe('?tab=2&rh.y=min&rh.n=7'));
    expect(location.hash).toBe('#here');
    history.replaceState(null, '', '/?rh.n=2');
    window.dispatchEvent(new PopStateEvent('popstate'));
    await waitFor(() => expect(store.getState().settings).toMatchObject({ bucketCount: 2, yValue: 'latest' }));
    history.replaceState(null, '', '/');
    localStorage.clear();
  });
});
