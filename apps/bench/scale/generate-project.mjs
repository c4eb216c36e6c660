import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { macros, metrics, pointsOf, recipes, runsTable } from './project-sql.mjs';

/** Named sizes. `points` is logged points a run, over all metrics; 1: one value a run. */
export const sizes = {
  tiny: { runs: 60, points: 1_000 },
  small: { runs: 2_000, points: 1_000 },
  '20m': { runs: 2_000, points: 10_000 },
  '200m': { runs: 20_000, points: 10_000 },
  million: { runs: 1_000_000, points: 1 },
};

/** Raise when the recipe changes, so that kept projects are made anew. */
const recipe = 6;

/**
 * Writes a project as Parquet, `runs.parquet` and a file a metric in `points/`, each sorted by run and step; keeps one that is there.
 * @returns {Promise<{ folder: string, runs: number, points: number, bytes: number, seconds: number | null }>} `seconds` is null for a kept one
 */
export async function generateProject({ folder, runs, points, log = () => undefined }) {
  const stamp = join(folder, 'project.json');
  const wanted = { recipe, runs, points };
  if (existsSync(stamp)) {
    const found = JSON.parse(readFileSync(stamp, 'utf8'));
    if (Object.entries(wanted).every(([name, value]) => found.asked[name] === value)) return { ...found.made, folder, seconds: null };
  }
  const started = performance.now();
  const draft = `${folder}.draft-${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(join(draft, 'points'), { recursive: true });
  const instance = await DuckDBInstance.create(':memory:', { temp_directory: join(draft, 'spill') });
  const connection = await instance.connect();
  try {
    await connection.run(macros + recipes(runs));
    await connection.run(copy(runsTable, join(draft, 'runs.parquet')));
    const keys = points === 1 ? ['val/loss'] : Object.keys(metrics);
    const steps = points === 1 ? 4_000 : Math.round(points * 0.4);
    let total = 0;
    for (const key of keys) {
      const file = join(draft, 'points', `${key.replace('/', '-')}.parquet`);
      await connection.run(copy(pointsOf(key, steps, points === 1), file));
      const counted = await connection.runAndReadAll(`SELECT count(*) FROM '${file}'`);
      total += Number(counted.getRows()[0][0]);
      log(`${key}: ${total.toLocaleString('en-US')} points so far, ${((performance.now() - started) / 1000).toFixed(0)} s`);
    }
    rmSync(join(draft, 'spill'), { recursive: true, force: true });
    const made = { runs, points: total, bytes: bytesIn(draft) };
    writeFileSync(join(draft, 'project.json'), JSON.stringify({ asked: wanted, made }, null, 2));
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
    return { ...made, folder, seconds: (performance.now() - started) / 1000 };
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(draft, { recursive: true, force: true });
  }
}

/** The views that a source reads, over the files of a project. */
export const viewsOver = (folder) => `
CREATE OR REPLACE VIEW runs AS FROM read_parquet('${join(folder, 'runs.parquet')}');
CREATE OR REPLACE VIEW points AS FROM read_parquet('${join(folder, 'points', '*.parquet')}');`;

function copy(query, file) {
  return `COPY (${query}) TO '${file}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 40960)`;
}

function bytesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, entry) => sum + (entry.isFile() ? entry.size : 0), 0);
}
