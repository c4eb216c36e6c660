import { readParquet } from '@runhue/sources/parquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, it } from 'vitest';
import { fixtureFiles } from '../fixture-files.js';
import { mutated, randomBytes, seededRandom } from '../fuzz.js';
import { columnsOf } from '../series-facts.js';

const inputs = 100_000;
const maxCells = 2000;

const columns = [
  { name: 'step', data: [0, 1, 2, 3], type: 'INT32' as const, columnIndex: false, offsetIndex: false },
  { name: 'loss', data: [1, null, 0.5, NaN], type: 'DOUBLE' as const, offsetIndex: false },
  { name: 'optimizer', data: ['adam', 'adam', 'sgd', 'adam'], type: 'STRING' as const, offsetIndex: false },
];
const encodings = [undefined, 'DELTA_BINARY_PACKED', 'PLAIN'] as const;
const small = encodings.map((encoding) => {
  const columnData = columns.map((column) => (encoding !== undefined && column.name === 'step' ? { ...column, encoding } : column));
  return new Uint8Array(parquetWriteBuffer({ columnData, statistics: false, codec: encoding === 'PLAIN' ? 'UNCOMPRESSED' : 'SNAPPY' }));
});
const real = fixtureFiles('parquet').filter(({ path }) => path.endsWith('long.parquet') || path.endsWith('long-zstd.parquet')).map(({ bytes }) => bytes);
const gaps = new Uint8Array(
  parquetWriteBuffer({
    columnData: [{ name: 'loss', data: Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? index % 4 : null)), type: 'DOUBLE', offsetIndex: false }],
    statistics: false,
    codec: 'UNCOMPRESSED',
  }),
);
const seeds = [...small, ...small, gaps, gaps, ...real];

/** Random bytes between the marks, damaged files, and files damaged in their pages alone, behind an intact footer. */
function hostileFile(random: () => number): Uint8Array {
  const seed = seeds[Math.floor(random() * seeds.length)] ?? new Uint8Array();
  const kind = random();
  if (kind < 0.1) return framed(randomBytes(random, 96));
  if (kind < 0.5) return mutated(random, seed);
  const result = seed.slice();
  const footerStart = result.length - 8 - new DataView(result.buffer).getUint32(result.length - 8, true);
  const [start, end] = kind < 0.8 ? [4, footerStart] : [footerStart, result.length - 8];
  for (let left = 1 + Math.floor(random() * 4); left > 0; left--) {
    const at = start + Math.floor(random() * (end - start));
    result[at] = random() < 0.3 ? 0xff : random() * 256;
  }
  return result;
}

function framed(body: Uint8Array): Uint8Array {
  const file = new Uint8Array(body.length + 12);
  file.set([0x50, 0x41, 0x52, 0x31]);
  file.set(body, 4);
  new DataView(file.buffer).setUint32(body.length + 4, body.length, true);
  file.set([0x50, 0x41, 0x52, 0x31], body.length + 8);
  return file;
}

it(`readParquet survives ${inputs} random and damaged files: no exception, no more points than maxCells, every refusal reported`, async () => {
  const random = seededRandom(20261123);
  for (let input = 0; input < inputs; input++) {
    const { runs, problems } = await readParquet({ path: 'a.parquet', bytes: hostileFile(random) }, { maxCells });
    let points = 0;
    for (const run of runs) for (const { values } of Object.values(columnsOf(run))) points += values.length;
    if (points > maxCells) expect.unreachable(`input ${input}: ${points} points`);
    if (runs.length === 0 && problems.length === 0) expect.unreachable(`input ${input} was lost silently`);
  }
}, 120_000);
