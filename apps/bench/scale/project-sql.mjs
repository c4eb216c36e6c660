/**
 * The SQL that makes a project of training runs: no randomness but DuckDB's hash of run, step and a word, so the same engine writes the same
 * project. Each run's curve follows from its config: how far its learning rate lies from the best one for its optimizer and batch size
 * decides how fast it learns, where it ends, and whether it diverges.
 */
export const macros = `
-- hash(a, b) only xors what it makes of a and of b: two words would be related. One value is mixed well.
CREATE OR REPLACE TEMP MACRO unit(run, word) AS (hash(concat(run, ' ', word)) >> 11)::DOUBLE * 1.1102230246251565e-16;
CREATE OR REPLACE TEMP MACRO pick(run, word, choices) AS choices[1 + floor(unit(run, word) * len(choices))::INTEGER];
CREATE OR REPLACE TEMP MACRO digits(x) AS printf('%.2e', x)::DOUBLE;
CREATE OR REPLACE TEMP MACRO mixed(run, step, salt) AS hash((run * 10000000 + step) * 8 + salt);
-- Three slices of one hash, added: close to normal, mean 0, deviation 1.
CREATE OR REPLACE TEMP MACRO thirds(h) AS 2 * (((h & 2097151) + ((h >> 21) & 2097151) + (h >> 43))::DOUBLE / 2097152 - 1.5);
CREATE OR REPLACE TEMP MACRO bell(run, step, salt) AS thirds(mixed(run, step, salt));
CREATE OR REPLACE TEMP MACRO fallen(share, tau) AS pow(1 + share / tau, -0.6);`;

/** Eight letters and digits, as W&B gives; no two runs share them. DuckDB's statistics hold the first eight bytes of a text. */
const runId = `array_to_string(list_transform(range(8), lambda place: substr('0123456789abcdefghijklmnopqrstuvwxyz', 1 + ((run * 2654435761) % 2821109907456 // (36 ** (7 - place))::BIGINT % 36)::BIGINT, 1)), '')`;

/** One row a run: its config and what its curve is made of. Shares are of the planned steps, 0 to 1. */
export const recipes = (runs) => `
CREATE OR REPLACE TEMP TABLE recipes AS
WITH drawn AS (
  SELECT
    i AS run,
    pick(i, 'optimizer', ['adamw', 'lion', 'sgd']) AS optimizer,
    pick(i, 'batch', [16, 32, 64, 128, 256, 512]) AS batch_size,
    digits(pow(10, -4.5 + 3.2 * unit(i, 'lr'))) AS lr,
    pick(i, 'decay', [0.0, 0.01, 0.1]) AS weight_decay,
    pick(i, 'dropout', [0.0, 0.1, 0.2]) AS dropout,
    pick(i, 'layers', [6, 12, 24]) AS layers,
    pick(i, 'width', [256, 384, 512, 768, 1024]) AS width,
    pick(i, 'schedule', ['cosine', 'linear', 'constant']) AS schedule,
    unit(i, 'precision') < 0.7 AS bf16,
  FROM range(${runs}) AS made(i)
),
placed AS (
  SELECT *, log10(lr / (CASE optimizer WHEN 'adamw' THEN 1e-3 WHEN 'lion' THEN 2e-4 ELSE 3e-2 END * sqrt(batch_size / 64))) AS off FROM drawn
),
shaped AS (
  SELECT *,
    10.82 + 0.08 * bell(run, 0, 6) AS first_loss,
    2.3 + 0.9 * sqrt(256 / width) + 0.35 * sqrt(12 / layers) + least(CASE WHEN off < 0 THEN 0.16 ELSE 0.3 END * off * off, 5) + 0.05 * bell(run, 0, 7) AS last_loss,
    0.006 * pow(10, -0.9 * least(off, 0.3)) * pow(64 / batch_size, 0.15) AS tau,
    0.09 * pow(64 / batch_size, 0.4) AS noise,
    CASE WHEN off > 0.85 + 0.5 * unit(run, 'edge') THEN 0.01 + 0.5 * pow(unit(run, 'when'), 2) END AS diverges_at,
    pick(run, 'ends', ['nan', 'nan', 'nan', 'inf', 'plateau', 'plateau', 'plateau', 'plateau']) AS ends,
    CASE WHEN unit(run, 'spike') < 0.06 THEN 0.1 + 0.8 * unit(run, 'spike at') END AS spike_at,
    0.5 + 3 * unit(run, 'spike size') AS spike_size,
    0.7 * unit(run, 'overfit') * (1 - 3 * dropout) * width / 1024 AS overfit,
    CASE WHEN run >= ${runs} * 0.985 THEN 'running' WHEN unit(run, 'crash') < 0.03 THEN 'crashed' ELSE 'finished' END AS state,
    1.7e9 + run * least(900, 63e6 / ${runs}) + floor(600 * unit(run, 'start time')) AS start_time,
    0.02 * layers * width * sqrt(batch_size / 64) / 3072 * (0.8 + 0.4 * unit(run, 'machine')) AS seconds_a_step,
    CASE WHEN unit(run, 'pause') < 0.05 THEN unit(run, 'pause at') END AS paused_at,
  FROM placed
)
SELECT *,
  ${runId} AS run_id,
  row_number() OVER (ORDER BY ${runId}) AS place,
  CASE state WHEN 'running' THEN 0.2 + 0.7 * unit(run, 'so far') WHEN 'crashed' THEN 0.05 + 0.9 * unit(run, 'so far') ELSE 1 END AS reached
FROM shaped;`;

/** The table of runs. `config` is JSON text; times are seconds since the epoch. */
export const runsTable = `
SELECT
  run_id,
  printf('%s-lr%.0e-b%d-%d', optimizer, lr, batch_size, run) AS name,
  json_object(
    'batch_size', batch_size, 'schedule', schedule, 'bf16', bf16, 'seed', run % 5, 'dataset', 'openwebtext',
    'optimizer', json_object('name', optimizer, 'lr', lr, 'weight_decay', weight_decay),
    'model', json_object('layers', layers, 'width', width, 'dropout', dropout)
  ) AS config,
  state,
  start_time
FROM recipes
ORDER BY place`;

/** Loss without noise, before any divergence. */
const smooth = `last_loss + (first_loss - last_loss) * fallen(share, tau) - 0.12 * (1 - cos(pi() * share)) / 2
  + CASE WHEN share >= spike_at THEN spike_size * exp((spike_at - share) * 150) ELSE 0 END`;
/** What divergence makes of a value: it climbs to \`height\`, and ends as NaN, as Infinity and NaN, or stays there. */
const diverged = (value, height) => `CASE
  WHEN diverges_at IS NULL OR share < diverges_at THEN ${value}
  WHEN ends = 'nan' AND share > diverges_at + 0.02 THEN 'nan'::DOUBLE
  WHEN ends = 'inf' AND share > diverges_at + 0.06 THEN 'nan'::DOUBLE
  WHEN ends = 'inf' AND share > diverges_at + 0.02 THEN 'inf'::DOUBLE
  ELSE ${value} + (${height} - (${value})) * (1 - exp((diverges_at - share) * 120)) END`;

/** Metric → how often it is logged (every so many steps) and its value. Over 0.4 · n steps they are n points a run. */
export const metrics = {
  'train/grad_norm': {
    every: 1,
    value: diverged(`(0.25 + 2.5 * fallen(share, tau)) * exp(0.25 * bell(run, step, 1))`, `12 * exp(0.6 * bell(run, step, 1))`),
  },
  'train/loss': {
    every: 1,
    value: `(${diverged(`${smooth} + noise * (0.5 + fallen(share, tau)) * bell(run, step, 0)`, '11.2 + 0.35 * bell(run, step, 0)')})
      * CASE WHEN mixed(run, step, 4) % 300000 = 0 THEN 5 ELSE 1 END`,
  },
  'train/lr': {
    every: 4,
    value: `lr * least(1, (share + 0.0005) / 0.02) * CASE schedule WHEN 'cosine' THEN 0.05 + 0.95 * (1 + cos(pi() * share)) / 2 WHEN 'linear' THEN 1 - 0.95 * share ELSE 1 END`,
  },
  'val/acc': {
    every: 8,
    value: `greatest(0, 0.72 / (1 + exp(1.1 * ((${diverged(`${smooth} + 0.1 + overfit * share * share`, '11')}) - 3.9))) + 0.002 * bell(run, step, 2))`,
  },
  'val/loss': {
    every: 8,
    value: diverged(`${smooth} + 0.1 + overfit * share * share + 0.012 * bell(run, step, 3)`, '11.1'),
  },
};

/** All points of one metric in the order of the layout: run, then step. \`lastOnly\`: one point a run. */
export function pointsOf(key, steps, lastOnly) {
  const { every, value } = metrics[key];
  const made = lastOnly ? `(SELECT ${steps - 1} AS step)` : `(SELECT (i * ${every})::BIGINT AS step FROM range(${Math.ceil(steps / every)}) AS made(i))`;
  return `
SELECT '${key}' AS key, run_id, step, wall_time, value FROM (
  SELECT run_id, run, place, step, ${value} AS value,
    start_time + seconds_a_step * step + CASE WHEN share > paused_at THEN 3600 * (2 + 18 * unit(run, 'pause')) ELSE 0 END AS wall_time
  FROM (SELECT *, step / ${steps - 1}.0 AS share FROM recipes, ${made})
  WHERE share <= reached OR ${lastOnly}
  ORDER BY place, step
)`;
}
