import { isDeepStrictEqual } from 'node:util';
import { createRuns, RunSourceError, type DensityQuery, type RunSource } from '@runhue/core';
import { httpSource, type HttpSource } from '@runhue/sources/http-source';
import { memorySource } from '@runhue/sources/memory-source';
import { serveRunSource } from '@runhue/sources/serve-source';
import { describe, expect, it } from 'vitest';
import { mutated, randomBytes, seededRandom } from '../../fuzz.js';
import { answerOf, frameOf, framesOf, joined } from './frames.js';

const inputs = Array.from({ length: 60 }, (_, i) => ({
  id: `run ${i}`,
  name: `a name that repeats ${i % 5}`,
  config: { lr: 10 ** -(i % 4), optimizer: ['adam', 'sgd', 'lion'][i % 3] ?? null, notes: 'compressible '.repeat(4) },
  history: { loss: { steps: [0, 1, 2, 3], values: [i / 7, NaN, i === 3 ? Infinity : 1 / (i + 1), -i] } },
}));
const oracle = memorySource(createRuns(inputs));
const lineQuery = { metric: 'loss', xAxis: 'Step', runIds: inputs.slice(0, 9).map(({ id }) => id), window: { domain: [0, 3] as const, columns: 3 } };
const densityQuery: DensityQuery = {
  metric: 'loss',
  xAxis: 'Step',
  window: lineQuery.window,
  yDomain: [-60, 10],
  rows: 8,
  buckets: { keyId: 'config:lr', yValue: 'latest', edges: [0.01, 0.1] },
};

/** One question of each kind, some twice with other types of values. */
const questions: readonly ((source: RunSource) => Promise<unknown>)[] = [
  (source) => source.keys({}),
  (source) => source.column({ keyId: 'metric:loss', yValue: 'min' }),
  (source) => source.column({ keyId: 'config:optimizer', yValue: 'latest' }),
  (source) => source.summary({ keyId: 'metric:loss', yValue: 'max', quantiles: [0.5] }),
  (source) => source.runs({ limit: 50 }),
  (source) => source.extent({ metric: 'loss', xAxis: 'Step' }),
  (source) => source.series(lineQuery),
  (source) => source.density?.(densityQuery) ?? Promise.resolve(),
];

type Damage = (answer: Uint8Array) => Uint8Array;

interface Lane {
  readonly source: HttpSource;
  damage: Damage;
}

/** Sources whose server's answers are damaged on the way; each asks on its own, so that many can at once. */
async function createLanes(compress: boolean): Promise<Lane[]> {
  const handler = serveRunSource(oracle, { compress });
  return Promise.all(
    Array.from({ length: 50 }, async () => {
      const lane: Omit<Lane, 'source'> = { damage: (answer) => answer };
      const fetch = async (url: string, init: RequestInit): Promise<Response> => {
        const response = await handler(new Request(url, init));
        if (init.method === 'GET') return response;
        const answer = new Uint8Array(await response.arrayBuffer());
        return new Response(new Uint8Array(lane.damage(answer)), { headers: response.headers });
      };
      return Object.assign(lane, { source: await httpSource('http://damaged.test/', { fetch, cacheBytes: 0, maxAnswerBytes: 2 ** 20, timeoutMs: 20_000 }) });
    }),
  );
}

async function eachInput(count: number, lanes: readonly Lane[], tryOne: (lane: Lane, index: number) => Promise<void>): Promise<void> {
  let index = 0;
  let most = 0;
  const before = process.memoryUsage().arrayBuffers;
  const work = async (lane: Lane): Promise<void> => {
    while (index < count) await tryOne(lane, index++);
  };
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage().arrayBuffers - before)), 1);
  await Promise.all(lanes.map(work));
  clearInterval(timer);
  expect(most, 'bytes of arrays held at once').toBeLessThan(200 * 2 ** 20);
}

describe('httpSource', { timeout: 240_000 }, () => {
  it.each([[false], [true]])('gives the right answer or a RunSourceError for 10,000 damaged answers (compressed: %s)', async (compress) => {
    const right = await Promise.all(questions.map((ask) => ask(oracle)));
    const random = seededRandom(compress ? 17 : 4711);
    let refused = 0;
    await eachInput(10_000, await createLanes(compress), async (lane, index) => {
      const kind = index % questions.length;
      lane.damage = (answer) => (index % 50 === 0 ? randomBytes(random, 400) : mutated(random, answer));
      try {
        const answer = await questions[kind]?.(lane.source);
        if (!isDeepStrictEqual(answer, right[kind])) expect(answer, `input ${index}`).toEqual(right[kind]);
      } catch (error) {
        if (!(error instanceof RunSourceError)) throw error;
        refused += 1;
      }
    });
    expect(refused).toBeGreaterThan(9000);
  });

  it('gives an answer of the right shape or a RunSourceError when heads and arrays are damaged under a true check', async () => {
    const random = seededRandom(99);
    const damage: Damage = (answer) => {
      const frames = framesOf(answer);
      const victim = Math.floor(random() * frames.length);
      return joined(
        frames.map((frame, i) => {
          if (i !== victim) return answerOf([frame]);
          const head = new TextEncoder().encode(JSON.stringify(frame.head).padEnd(Math.ceil(JSON.stringify(frame.head).length / 8) * 8));
          const isHead = random() < 0.7;
          const [damagedHead, damagedBlocks] = isHead ? [mutated(random, head), frame.blocks] : [head, mutated(random, frame.blocks)];
          return frameOf(eights(damagedHead), eights(damagedBlocks));
        }),
      );
    };
    let answered = 0;
    await eachInput(5000, await createLanes(false), async (lane, index) => {
      const kind = index % questions.length;
      lane.damage = damage;
      try {
        const answer = await questions[kind]?.(lane.source);
        answered += 1;
        expectShape(answer);
      } catch (error) {
        if (!(error instanceof RunSourceError)) throw error;
      }
    });
    expect(answered).toBeGreaterThan(100);
  });
});

function eights(bytes: Uint8Array): Uint8Array {
  const all = new Uint8Array(Math.ceil(bytes.length / 8) * 8).fill(32);
  all.set(bytes);
  return all;
}

/** Arrays that belong together are as long as one another, and nothing is undefined. */
function expectShape(answer: unknown): void {
  for (const value of Object.values(answer as object)) expect(value).toBeDefined();
  if (typeof answer !== 'object' || answer === null) throw new Error('no answer');
  if ('column' in answer) {
    const { column } = answer as Awaited<ReturnType<RunSource['column']>>;
    expect(column.values.length).toBe(column.runIds.length);
    if ('categoryIds' in column) expect(column.categoryIds.length).toBe(column.runIds.length);
  }
  if ('series' in answer) {
    for (const { x, y, hiddenVariation, runId } of (answer as Awaited<ReturnType<RunSource['series']>>).series) {
      expect([y.length, hiddenVariation?.length ?? x.length]).toEqual([x.length, x.length]);
      expect(lineQuery.runIds).toContain(runId);
    }
  }
}
