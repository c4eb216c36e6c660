import { createRuns } from '@runhue/core';
import { readRuns } from '@runhue/sources';
import { expect, it } from 'vitest';
import { mutated, randomBytes, seededRandom } from './fuzz.js';

const inputs = 40_000;
const inputsPerCall = 400;

const seeds = [
  ['table.csv', '"Name","State","ID","Created","optimizer.lr","bias","val/loss"\n"ada","finished","a1","2026-05-25T14:08:33.000Z","0.1","true","NaN"\n'],
  ['ada_abcd1234_history.csv', '_step,_runtime,_timestamp,loss\n0,1,1700000000,2\n1,2,,\n'],
  ['chart.csv', '"Step","ada - loss","ada - loss__MIN","ada - loss__MAX"\n"1","2","2","2"\n'],
  ['a/progress.csv', 'training_iteration,timesteps_total,loss,config/lr\n1,100,nan,0.1\n2,200,inf,0.1\n'],
  ['long.tsv', 'run\tmetric\tstep\tvalue\nada\tloss\t1\t2\nbob\tloss\t1\t3\n'],
  ['a/monitor.csv', '#{"t_start": 1.5, "env_id": "x"}\nr,l,t\n1,2,3\n'],
  ['rows.jsonl', '{"step":1,"loss":2,"config":{"lr":0.1}}\n{"step":2,"loss":NaN,"n":{"x":[1]}}\n'],
  ['rows.json', '[{"step":1,"loss":2},{"step":2,"loss":-Infinity}]'],
  ['a/trainer_state.json', '{"global_step": 2, "log_history": [{"step": 1, "loss": 2}, {"step": 2, "eval_loss": NaN}]}'],
  ['run.json', '{"train_losses": [1, NaN, Infinity], "optimizer": "Adam", "hyperparams": {"lr": 0.1}}'],
  ['a/params.json', '{"lr": 0.1, "__proto__": {"x": 1}}'],
  ['runs.json', '{"format":"runhue-packed-runs","version":1,"runs":[{"id":"a","steps":[0,1,2],"groups":[{"rows":[0,1,2],"values":{"loss":"f4:AACAPwAAAEA="}}]}]}'],
  ['wandb/run-20260101_120000-abcd1234/files/config.yaml', 'wandb_version: 1\noptimizer:\n  desc: null\n  value: {lr: 0.1, betas: [0.9, 0.99]}\nseed:\n  value: &a 1\nb:\n  value: *a\n'],
  ['wandb/run-20260101_120000-abcd1234/files/wandb-summary.json', '{"loss": 1, "n": {"x": NaN}, "_step": 3}'],
] as const;

it(`readRuns survives ${inputs} random and damaged text files: no exception, and createRuns takes what it gives`, async () => {
  const random = seededRandom(7);
  const encoder = new TextEncoder();
  const originals = seeds.map(([path, text]) => ({ path, bytes: encoder.encode(text) }));
  for (let done = 0; done < inputs; done += inputsPerCall) {
    const files = Array.from({ length: inputsPerCall }, (_, i) => {
      const { path, bytes } = originals[Math.floor(random() * originals.length)] ?? { path: '', bytes: new Uint8Array() };
      return { path: `${i}/${path}`, bytes: random() < 0.05 ? randomBytes(random, 200) : mutated(random, bytes) };
    });
    const { runs, problems } = await readRuns(files);
    const failed = problems.find(({ message }) => message.includes('could not be read as'));
    if (failed !== undefined) expect.unreachable(`inputs from ${done}: ${failed.message}`);
    createRuns(runs);
  }
  expect(({} as { x?: unknown }).x).toBeUndefined();
}, 120_000);
