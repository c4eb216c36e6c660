// Prints what each act reads, by the engines' own count. `node apps/bench/scale/rows.mjs --project 20m`
// DuckDB: rows that leave its scans (EXPLAIN ANALYZE's figure for a scan). ClickHouse: rows_read of its statistics.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { openChdb } from './engines/clickhouse.mjs';
import { summarySql } from './engines/duckdb.mjs';
import { generateProject, sizes, viewsOver } from './generate-project.mjs';
import { loadSources } from './load-sources.mjs';
import { actsOf, factsOf, perform } from './questions.mjs';
import { summaryOptions } from './summary-options.mjs';

const { values: flags } = parseArgs({ options: { project: { type: 'string', default: '20m' } } });
const { runs, points } = sizes[flags.project];
const cache = fileURLToPath(new URL('../../../node_modules/.cache/runhue-scale', import.meta.url));
const kit = await loadSources('scale-rows');
const project = await generateProject({ folder: join(cache, `${runs}x${points}`), runs, points });
const count = { rows: 0, bytes: 0 };

const instance = await DuckDBInstance.create(':memory:');
const plain = await instance.connect();
await plain.run(viewsOver(project.folder));
await plain.run(summarySql);
const facts = await factsOf(async (sql) => (await plain.runAndReadAll(sql)).getRowsJS(), project);
const profiles = mkdtempSync(join(tmpdir(), 'runhue-rows-'));
const duckDb = await profiled(await instance.connect(), join(profiles, 'profile.json'));
const session = openChdb(project.folder);
const clickHouse = async (sql, parameters) => {
  const { statistics } = (await session.queryBindAsync(sql.replace(/FORMAT Native$/, 'FORMAT JSON'), parameters, {})).json();
  count.rows += statistics.rows_read;
  count.bytes += statistics.bytes_read;
  return (await session.queryBindAsync(sql, parameters, { format: 'Native' })).bytes();
};
const sources = {
  DuckDB: () => kit.duckdbSource(duckDb),
  'DuckDB, summary': () => kit.duckdbSource(duckDb, summaryOptions(true)),
  ...(session === null ? {} : { ClickHouse: () => kit.clickhouseSource({ query: clickHouse }), 'ClickHouse, summary': () => kit.clickhouseSource({ query: clickHouse, ...summaryOptions(true) }) }),
};
const table = [];
for (const [act, steps] of Object.entries(actsOf(facts))) {
  const cells = [];
  for (const [name, open] of Object.entries(sources)) {
    const source = open();
    // A source keeps the ids of all runs and the extents of metrics: only the first screen has to read them.
    if (act !== 'first screen') {
      await source.column({ keyId: facts.colorConfig, yValue: 'latest' });
      for (const metric of facts.metrics) await source.extent({ metric, xAxis: 'Step' });
    }
    Object.assign(count, { rows: 0, bytes: 0 });
    await perform(source, steps);
    cells.push(count.rows.toLocaleString('en-US') + (name.startsWith('ClickHouse') ? ` (${(count.bytes / 1e6).toFixed(1)} MB)` : ''));
  }
  table.push(`| ${[act, ...cells].join(' | ')} |`);
}
console.log(`${project.runs.toLocaleString('en-US')} runs, ${project.points.toLocaleString('en-US')} points\n`);
console.log(`| rows read | ${Object.keys(sources).join(' | ')} |\n|---|${'---|'.repeat(Object.keys(sources).length)}\n${table.join('\n')}`);
rmSync(profiles, { recursive: true, force: true });
process.exit(0);

/** A connection that adds up the rows that leave scans. */
async function profiled(connection, file) {
  await connection.run(`PRAGMA enable_profiling = 'json'`);
  await connection.run(`PRAGMA profiling_output = '${file}'`);
  const scanned = (node) => (/SCAN|READ_PARQUET/.test(node.operator_name ?? '') ? node.operator_cardinality : 0) + (node.children ?? []).reduce((sum, child) => sum + scanned(child), 0);
  return {
    interrupt: () => connection.interrupt(),
    prepare: async (sql) => {
      const prepared = await connection.prepare(sql);
      return {
        bindVarchar: (place, value) => prepared.bindVarchar(place, value),
        bindDouble: (place, value) => prepared.bindDouble(place, value),
        run: () => prepared.run(),
        destroySync: () => {
          prepared.destroySync();
          count.rows += scanned(JSON.parse(readFileSync(file, 'utf8')));
        },
      };
    },
  };
}
