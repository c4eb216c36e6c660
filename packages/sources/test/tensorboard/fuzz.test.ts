import { readEventFiles } from '@runhue/sources/tensorboard';
import { expect, it } from 'vitest';
import { fixtureFiles } from '../fixture-files.js';
import { mutated, randomBytes, seededRandom } from '../fuzz.js';
import { columnsOf } from '../series-facts.js';
import { concat, contentTensor, event, eventFile, float32Bytes, hparamsValue, simpleValue, tensorValue, tfRecord } from './event-writer.js';

const inputs = 100_000;

const events = [
  event({ wallTime: 1, step: 5, values: [simpleValue('loss', 1), simpleValue('a/b', NaN)] }),
  event({ step: 2 ** 40, values: [tensorValue('t', contentTensor(1, float32Bytes(1)), { name: 'scalars' })] }),
  event({ values: [hparamsValue({ lr: 0.1, optimizer: 'adam', nesterov: true }, 1)] }),
  event({ step: 3, restart: true }),
];
const small = eventFile({ wallTime: 1 }, { step: 1, values: [simpleValue('loss', 1)] }, { step: 2, values: [simpleValue('loss', 2)] });
const real = fixtureFiles('tb-rllib-pong').find(({ path }) => path.includes('.tfevents.'))?.bytes.slice(0, 700) ?? small;

/** Random bytes, damaged files, and files whose checksums hold over damaged events. */
function hostileFile(random: () => number): Uint8Array {
  const kind = random();
  if (kind < 0.2) return randomBytes(random, 64);
  if (kind < 0.4) return mutated(random, random() < 0.8 ? small : real);
  if (kind < 0.5) return concat(small, tfRecord(randomBytes(random, 48)));
  return concat(...events.map((data) => tfRecord(random() < 0.5 ? mutated(random, data) : data)));
}

it(`readEventFiles survives ${inputs} random and damaged files: no exception, no more points than bytes, every loss reported`, () => {
  const random = seededRandom(20261123);
  for (let input = 0; input < inputs; input++) {
    const bytes = hostileFile(random);
    const { runs, problems } = readEventFiles([{ path: 'r/events.out.tfevents.1.host', bytes }]);
    let points = 0;
    for (const run of runs) for (const { values } of Object.values(columnsOf(run))) points += values.length;
    if (points * 5 > bytes.length) expect.unreachable(`input ${input}: ${points} points from ${bytes.length} bytes`);
    if (runs.length === 0 && problems.length === 0) expect.unreachable(`input ${input}: ${bytes.length} bytes lost silently`);
  }
}, 120_000);
