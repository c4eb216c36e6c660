import './fixtures/canvas.js';
import { RunhueProvider, BucketLegend, RunWorkspace } from '@runhue/react';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeSource } from './fixtures/fake-source.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});
const pass = (ms: number): Promise<void> => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));

describe('a source that does not answer', () => {
  test('is told after eight seconds, with the way to ask again, which ends the question before', async () => {
    const source = fakeSource();
    source.hold('keys', 'column');
    render(<RunWorkspace source={source} theme="light" />);
    await pass(10);
    expect(screen.getByText('Waiting for the keys from Testbase…')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    await pass(8000);
    expect(screen.getByText('Testbase is taking long over the keys.')).toBeTruthy();
    const [asked] = source.pending('keys');
    source.mend();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await pass(100);
    expect(asked?.signal?.aborted).toBe(true);
    expect(screen.queryByText('Testbase is taking long over the keys.')).toBeNull();
  });

  test('is told in the legend too, while the colours before stay', async () => {
    const source = fakeSource();
    const app = (key: 'metric:acc' | 'metric:loss') => (
      <RunhueProvider source={source} settings={{ key }} theme="light">
        <BucketLegend />
      </RunhueProvider>
    );
    const { rerender } = render(app('metric:acc'));
    await pass(50);
    expect(screen.getByRole('toolbar').getAttribute('aria-label')).toMatch(/acc/);
    source.hold('column');
    rerender(app('metric:loss'));
    await pass(8100);
    expect(screen.getByText(/Testbase is taking long over loss\./)).toBeTruthy();
    expect(screen.getByRole('toolbar').getAttribute('aria-label')).toMatch(/acc/);
  });
});
