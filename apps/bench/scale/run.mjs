// Measures sources beside plain SQL on the same engines and writes results/scale.md and .json. `pnpm bench:scale`; see README.md for the flags.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { measureBrowser } from './browser/measure-browser.mjs';
import { openClickHouse } from './engines/clickhouse.mjs';
import { openDuckDb } from './engines/duckdb.mjs';
import { generateProject, sizes } from './generate-project.mjs';
import { loadSources } from './load-sources.mjs';
import { measureProject } from './measure.mjs';
import { scaleReport } from './report.mjs';

const { values: flags } = parseArgs({
  options: {
    projects: { type: 'string', default: '20m,million' },
    engines: { type: 'string', default: 'duckdb-summary,clickhouse-summary,duckdb,clickhouse' },
    samples: { type: 'string', default: '3' },
    name: { type: 'string', default: 'scale' },
    'no-browser': { type: 'boolean', default: false },
    append: { type: 'boolean', default: false },
  },
});
const cache = fileURLToPath(new URL('../../../node_modules/.cache/runhue-scale', import.meta.url));
const engines = {
  duckdb: (kit, project) => openDuckDb(kit, project.folder),
  'duckdb-summary': (kit, project) => openDuckDb(kit, project.folder, { summary: true }),
  clickhouse: (kit, project) => openClickHouse(kit, project.folder),
  'clickhouse-summary': (kit, project) => openClickHouse(kit, project.folder, { summary: true }),
};

const kit = await loadSources();
const results = fileURLToPath(new URL('../results/', import.meta.url));
const kept = flags.append && existsSync(`${results}${flags.name}.json`) ? JSON.parse(readFileSync(`${results}${flags.name}.json`, 'utf8')) : null;
const command = ['pnpm bench:scale', ...process.argv.slice(2)].join(' ');
const measured = [];
let browser = null;
for (const name of flags.projects.split(',')) {
  if (!Object.hasOwn(sizes, name)) throw new Error(`--projects names "${name}", which is none of ${Object.keys(sizes).join(', ')}.`);
  const { runs, points } = sizes[name];
  const project = await generateProject({ folder: join(cache, `${runs}x${points}`), runs, points, log: console.log });
  console.log(`\n${name}: ${project.runs} runs, ${project.points} points, ${(project.bytes / 1e6).toFixed(0)} MB${project.seconds === null ? '' : `, made in ${project.seconds.toFixed(0)} s`}`);
  for (const engineName of flags.engines.split(',')) {
    const engine = await engines[engineName](kit, project);
    if (engine === null) continue;
    console.log(`\n${engine.name}`);
    measured.push(await measureProject(kit, engine, project, { samples: Number(flags.samples), log: console.log }));
    if (name === 'million' && engineName.startsWith('duckdb') && browser === null && !flags['no-browser']) {
      browser = await measureBrowser(kit, engine, { samples: Number(flags.samples) });
      console.log(JSON.stringify(browser));
    }
    engine.close();
    write();
  }
}
console.log(`\n${write()}\nWritten: apps/bench/results/${flags.name}.md and .json`);
process.exit(0);

/** Writes what is measured so far, so that a run that is ended early leaves its tables. */
function write() {
  const isNew = ({ engine, project }) => measured.some((other) => other.engine === engine && other.project.runs === project.runs);
  const report = {
    date: new Date().toISOString(),
    machine: `${cpus().length} cores, ${cpus()[0]?.model ?? ''}, Node ${process.version}`,
    command: kept === null ? command : `${kept.command}; ${command}`,
    measured: [...(kept?.measured ?? []).filter((table) => !isNew(table)), ...measured],
    browser: browser ?? kept?.browser ?? null,
  };
  const { markdown, json } = scaleReport(report);
  writeFileSync(`${results}${flags.name}.md`, markdown);
  writeFileSync(`${results}${flags.name}.json`, json);
  return markdown;
}
