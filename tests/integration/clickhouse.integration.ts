import { clickhouseSource } from '@runhue/sources/clickhouse-source';
import { afterAll } from 'vitest';
import { describeRunSource } from '../../packages/sources/test/run-source/conformance.js';
import { askChdb, openChdb, writeRuns } from './clickhouse-project.js';

const session = openChdb();
let databases = 0;
afterAll(() => session.cleanup());

describeRunSource(
  'clickhouseSource over chdb',
  (runs) => {
    databases += 1;
    const database = `project_${databases}`;
    writeRuns(session, runs, database);
    const query = askChdb(session);
    const source = clickhouseSource({ query, tables: { points: `${database}.points`, runs: `${database}.runs` }, columns: { points: { runtime: 'runtime' } } });
    return Promise.resolve({ ...source, close: () => Promise.resolve(void session.query(`DROP DATABASE ${database}`)) });
  },
  { generated: 10 },
);
