import { DuckDBInstance, version } from '@duckdb/node-api';
import { byHand, duckDbWords } from '../by-hand.mjs';
import { viewsOver } from '../generate-project.mjs';
import { statementsOf } from '../docs-sql.mjs';
import { createClock } from '../engine-clock.mjs';
import { summaryOptions } from '../summary-options.mjs';

export const summarySql = statementsOf('duckdb-summary.sql').join(';\n');

/** A project's Parquet files in DuckDB, and the source over them; `summary`: with a table of one row a run and metric. */
export async function openDuckDb({ duckdbSource }, folder, { summary = false } = {}) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(viewsOver(folder));
  const started = performance.now();
  if (summary) await connection.run(summarySql);
  const prepared = performance.now() - started;
  const clock = createClock();
  const ofSource = timed(await instance.connect(), clock);
  return {
    name: `DuckDB ${version()}${summary ? ', summary table' : ''}`,
    prepared: summary ? prepared : null,
    openSource: () => duckdbSource(ofSource, summaryOptions(summary)),
    /** What the engine took for the source's own statements. */
    clock,
    ask: async (sql) => (await connection.runAndReadAll(sql)).getRowsJS(),
    /** Runs statements and takes their rows, chunk by chunk, as the engine gives them. */
    byHand: async (steps) => {
      for (const sql of byHand(steps, duckDbWords)) {
        const result = await connection.run(sql);
        let rows = 0;
        for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) rows += chunk.rowCount;
      }
    },
    close: () => instance.closeSync(),
  };
}

/** A connection whose clock runs while it prepares, runs and fetches. */
function timed(connection, clock) {
  const { measure } = clock;
  return {
    interrupt: () => connection.interrupt(),
    prepare: async (sql) => {
      clock.statements += 1;
      const prepared = await measure(() => connection.prepare(sql));
      return {
        bindVarchar: (place, value) => prepared.bindVarchar(place, value),
        bindDouble: (place, value) => prepared.bindDouble(place, value),
        destroySync: () => prepared.destroySync(),
        run: async () => {
          const result = await measure(() => prepared.run());
          return { fetchChunk: () => measure(() => result.fetchChunk()) };
        },
      };
    },
  };
}
