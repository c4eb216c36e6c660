// The kit over DuckDB: makes a project of Parquet files (once), serves it and a page over it, and prints the address.
// `--project small|20m|200m|million` names what is opened first; PORT the port.
import { parseArgs } from 'node:util';
import { sizes } from '../../bench/scale/generate-project.mjs';
import { freePort } from '../../../scripts/free-port.mjs';
import { startServer } from './start-server.mjs';

const { values: flags } = parseArgs({ options: { project: { type: 'string', default: '20m' } } });
if (!(flags.project in sizes)) throw new Error(`--project "${flags.project}" is none of ${Object.keys(sizes).join(', ')}.`);
const { address, close } = await startServer({ port: await freePort(Number(process.env.PORT) || 6116), first: flags.project, log: console.log });
console.log(`\nRunhue over DuckDB: ${address}${flags.project === '20m' ? '' : `?project=${flags.project}`}\n`);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void close().then(() => process.exit(0)));
