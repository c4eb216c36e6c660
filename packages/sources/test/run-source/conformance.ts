import type { RunInput, RunSource } from '@runhue/core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { hostileDataSets } from './hostile-runs.js';
import { expectSameBuckets, expectSameColumns, expectSameKeys, expectSameSummaries } from './key-checks.js';
import { expectSameDensities, expectSameExtents, expectSameSeries } from './line-checks.js';
import { expectSamePictures } from './picture.js';
import { randomRuns } from './random-runs.js';
import { realDataSets } from './real-runs.js';
import { expectAborts, expectRefusals, expectSameAtOnce } from './refusal-checks.js';
import { expectSameOrders, expectSameRuns } from './run-checks.js';
import { pairOf, type SourcePair } from './source-pair.js';

export interface ConformanceOptions {
  /** What the source holds of the runs, for a store that cannot keep all of it. Default: the runs themselves. */
  readonly stored?: (runs: readonly RunInput[]) => readonly RunInput[];
  /** Which data sets to try, by name. Default: all. */
  readonly dataSets?: (name: string) => boolean;
  /** Whether an extent may say that it is sampled, and then be smaller. Default: it has to be exact. */
  readonly sampledExtents?: boolean;
  /** How many generated sets of runs to try. Default 20. */
  readonly generated?: number;
  /** Milliseconds that one test may take. Default 60,000. */
  readonly timeout?: number;
}

/**
 * The tests that every `RunSource` passes: over the same runs it answers what `memorySource` answers, but for the order of runs, which is its own. What
 * its abilities leave out is not asked of it, but has to be refused.
 *
 * @param make A source over these runs, closed by `close` where it has one.
 */
export function describeRunSource(name: string, make: (runs: RunInput[]) => Promise<RunSource>, options: ConformanceOptions = {}): void {
  const { stored = (runs) => runs, dataSets = () => true, sampledExtents = false, generated = 20, timeout = 60_000 } = options;
  const sets = [...realDataSets, ...hostileDataSets].filter((set) => dataSets(set.name));

  describe(`${name} as a RunSource`, { timeout }, () => {
    describe.each(sets)('on $name', (set) => {
      let pair: SourcePair;
      beforeAll(async () => {
        const runs = await set.load();
        pair = await pairOf(await make([...runs]), stored(runs));
      }, timeout);
      afterAll(() => pair.source.close?.());

      it('keys gives the catalogue of listKeys, searched and cut', () => expectSameKeys(pair));
      it('column gives what readColumn gives', () => expectSameColumns(pair));
      it('column is bucketed as the oracle\'s, by every method', () => expectSameBuckets(pair));
      it('summary sums the column up', () => expectSameSummaries(pair));
      it('runs gives pages, finds text, and picks by id', () => expectSameRuns(pair));
      it('runs orders by a Key', async () => {
        if (pair.source.abilities.orderByKey) await expectSameOrders(pair);
      });
      it('extent gives the ends of both axes', () => expectSameExtents(pair, sampledExtents));
      it('series gives lines that draw the same picture', () => expectSameSeries(pair));
      it('series draws the very pixels that all points draw', () => expectSamePictures(pair));
      it('density counts points per cell and bucket', () => expectSameDensities(pair));
    });

    describe('whatever it holds', () => {
      const runs: RunInput[] = [{ id: 'a', config: { lr: 1 }, history: [{ loss: 1 }, { loss: 2 }, { loss: 3 }] }, { id: 'b', history: [{ loss: 5 }] }];
      let source: RunSource;
      beforeAll(async () => {
        source = await make(runs);
      }, timeout);
      afterAll(() => source.close?.());

      it('rejects with the signal\'s reason after an abort', () => expectAborts(source));
      it('refuses questions without sense or beyond the bounds, and says why', () => expectRefusals(source));
      it('answers questions that are asked at once as one by one', () => expectSameAtOnce(source));
    });

    it('agrees with the oracle on any runs', async () => {
      const property = fc.asyncProperty(randomRuns, async (runs) => {
        const source = await make(runs);
        try {
          await expectSameSource(await pairOf(source, stored(runs)));
        } finally {
          await source.close?.();
        }
      });
      await fc.assert(property, { numRuns: generated });
    });
  });
}

async function expectSameSource(pair: SourcePair): Promise<void> {
  await expectSameKeys(pair);
  await expectSameColumns(pair, 10);
  await expectSameSummaries(pair, 6);
  await expectSameRuns(pair);
  if (pair.source.abilities.orderByKey) await expectSameOrders(pair, 4);
  await expectSameExtents(pair, false, 2);
  await expectSameSeries(pair, 2);
  await expectSamePictures(pair, 1);
  await expectSameDensities(pair, 1);
}
