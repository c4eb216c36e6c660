import { createRuns, listKeys } from '@runhue/core';
import { duckdbSource } from '@runhue/sources/duckdb-source';
import { expect, it } from 'vitest';
import { openDuckDb, writeRuns } from './duckdb-project.js';

const count = 12_000;

/** Keys whose type shows only in the last of thousands of different values. */
const runs = Array.from({ length: count }, (_, i) => ({
  id: `r${i}`,
  config: {
    seed: i,
    seedAsText: String(i),
    numbersUntilTheLast: i === count - 1 ? 'auto' : String(i / 7),
    names: `run ${i}`,
    namesUntilANumber: i === count - 1 ? 1 : `run ${i}`,
    dates: new Date(1.7e12 + i * 1000).toISOString(),
    datesUntilTheLast: i === count - 1 ? 'never' : new Date(1.7e12 + i * 1000).toISOString(),
    nan: i % 2 === 0 ? NaN : 1,
    lists: [i],
    flags: i % 3 === 0,
    same: 'same',
    nested: { deep: { er: i % 5 } },
    ...(i % 4 === 0 ? { rare: { it: 1 } } : { rare: 'none' }),
  },
}));

it('keys of duckdbSource tells the types of keys with thousands of different values as listKeys does', async () => {
  const { connection, close } = await openDuckDb();
  try {
    await writeRuns(connection, runs);
    expect((await duckdbSource(connection).keys({})).entries).toEqual(listKeys(createRuns(runs).runs));
  } finally {
    close();
  }
});
