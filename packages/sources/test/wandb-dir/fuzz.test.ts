import { readRuns } from '@runhue/sources';
import { expect, it } from 'vitest';
import { mutated, randomBytes, seededRandom } from '../fuzz.js';
import { columnsOf } from '../series-facts.js';
import { configRecord, exitRecord, historyRecord, runRecord, summaryRecord, wandbLog } from './log-writer.js';

const inputs = 100_000;
const inputsPerCall = 500;

const records = [
  runRecord({ id: 'abcd1234', name: 'a', tags: ['t'], startTime: 1_700_000_000, config: [['lr', '0.1'], ['optimizer', '{"name": "adam", "betas": [0.9, 0.99]}']] }),
  configRecord([[['optimizer', 'lr'], '0.1']]),
  historyRecord([[['loss'], '2'], [['_step'], '5'], ['a', 'NaN'], ['b', '{"c": {"d": 1}}']], 5),
  summaryRecord([['loss', '1'], ['_step', '9']]),
  exitRecord(1),
];
const small = wandbLog(records);
const header = small.subarray(0, 7);

/** Random bytes behind the header, damaged files, and files whose checksums hold over damaged records. */
function hostileLog(random: () => number): Uint8Array {
  const kind = random();
  if (kind < 0.2) return Uint8Array.of(...header, ...randomBytes(random, 64));
  if (kind < 0.45) return Uint8Array.of(...header, ...mutated(random, small.subarray(7)));
  if (kind < 0.55) return wandbLog([...records, randomBytes(random, 48)]);
  return wandbLog(records.map((record) => (random() < 0.5 ? mutated(random, record) : record)));
}

it(`readRuns survives ${inputs} random and damaged .wandb logs: no exception, every log read or reported, no more points than bytes`, async () => {
  const random = seededRandom(20261123);
  for (let done = 0; done < inputs; done += inputsPerCall) {
    const files = Array.from({ length: inputsPerCall }, (_, i) => ({ path: `${i}/a.wandb`, bytes: hostileLog(random) }));
    const { runs, problems } = await readRuns(files);
    const failed = problems.filter(({ message }) => message.includes('could not be read as'));
    if (failed.length > 0) expect.unreachable(`inputs from ${done}: ${failed[0]?.message}`);
    let points = 0;
    for (const run of runs) for (const { values } of Object.values(columnsOf(run))) points += values.length;
    if (points > files.reduce((sum, { bytes }) => sum + bytes.length, 0)) expect.unreachable(`inputs from ${done}: ${points} points`);
  }
}, 120_000);
