import type { RunHead, RunsQuery } from '@runhue/core';
import { expect } from 'vitest';
import { sample, type SourcePair } from './source-pair.js';

/** All pages of a question, one after the other. */
async function allPages({ source }: SourcePair, query: RunsQuery): Promise<{ runs: RunHead[]; totals: Set<number> }> {
  const runs: RunHead[] = [];
  const totals = new Set<number>();
  let cursor: string | null = null;
  do {
    const page = await source.runs({ ...query, ...(cursor === null ? {} : { cursor }) });
    expect(page.runs.length).toBeLessThanOrEqual(query.limit);
    if (page.cursor !== null) expect(page.runs.length, 'a page before the last is full').toBe(query.limit);
    runs.push(...page.runs);
    totals.add(page.total);
    cursor = page.cursor;
  } while (cursor !== null);
  return { runs, totals };
}

async function expectSamePages(pair: SourcePair, query: RunsQuery, what: string): Promise<void> {
  const { runs, totals } = await allPages(pair, query);
  const expected = await pair.oracle.runs({ ...query, limit: 1000 });
  expect(runs.map(({ id }) => id), what).toEqual(expected.runs.map(({ id }) => id));
  expect([...totals], `${what}: total`).toEqual([expected.total]);
}

/** Runs without histories, paged, searched and chosen. Data sets hold up to 1,000 runs. */
export async function expectSameRuns(pair: SourcePair): Promise<void> {
  const { oracle, runs } = pair;
  const limit = Math.max(1, Math.ceil(runs.length / 3));
  const all = await allPages(pair, { limit });
  const heads = all.runs.map(({ id, name, config, state, startTime }) => ({ id, name, config, state, startTime }));
  expect(heads, 'runs in the order of columns').toEqual((await oracle.runs({ limit: 1000 })).runs);
  expect([...all.totals]).toEqual([runs.length]);
  for (const run of all.runs) expect(run).not.toHaveProperty('history');
  const texts = sample(runs, 6).flatMap(({ id, name }) => [id.slice(1, 4), name.slice(-3).toUpperCase(), name]);
  for (const search of ['run', '%', '_', '\'', '\\', 'no such run', ...texts]) await expectSamePages(pair, { limit, search }, `runs that hold "${search}"`);
  const chosen = ['no such run', ...sample(runs, 5).map(({ id }) => id).toReversed()];
  await expectSamePages(pair, { limit: 2, runIds: chosen }, 'runs by id');
  await expectSamePages(pair, { limit: 2, runIds: [] }, 'no ids, no runs');
  await expectSamePages(pair, { limit: 2, runIds: chosen, search: runs[0]?.name.slice(0, 2) }, 'runs by id and text');
}

/** Runs in the order of a Key, up and down, those without a value last. */
export async function expectSameOrders(pair: SourcePair, count = 8): Promise<void> {
  const { entries, runs, yValues } = pair;
  const limit = Math.max(1, Math.ceil(runs.length / 2));
  for (const keyId of [...sample(entries, count).map(({ id }) => id), 'config:no such key' as const]) {
    for (const direction of ['ascending', 'descending'] as const) {
      await expectSamePages(pair, { limit, orderBy: { keyId, yValue: yValues[0] ?? 'latest', direction } }, `runs ${direction} by ${keyId}`);
    }
  }
  const [first] = entries;
  if (first) await expectSamePages(pair, { limit, search: 'r', orderBy: { keyId: first.id, yValue: yValues[0] ?? 'latest', direction: 'descending' } }, 'found runs by a Key');
}
