import { readRuns } from '@runhue/sources';
import { readParquet } from '@runhue/sources/parquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { fixtureFiles } from '../fixture-files.js';
import { columnsOf } from '../series-facts.js';

const fixture = (name: string) => fixtureFiles('parquet').find(({ path }) => path.endsWith(name))!;
const written = (options: Parameters<typeof parquetWriteBuffer>[0], path = 'runs/table.parquet') => ({
  path,
  bytes: new Uint8Array(parquetWriteBuffer(options)),
});
const stepsAndLoss = [
  { name: 'step', data: [0, 1, 2], type: 'INT32' as const },
  { name: 'loss', data: [1, null, 0.25], type: 'DOUBLE' as const },
];

describe.each(['wide-v1-snappy.parquet', 'wide-v2-plain.parquet', 'wide-v2-delta.parquet', 'wide-zstd.parquet'])('readParquet over pyarrow\'s %s', (name) => {
  it('reads every metric with its own steps and clock, nulls as not logged, NaN as NaN', async () => {
    const { runs, problems } = await readParquet(fixture(name), { wallTime: 'time' });
    expect(runs).toHaveLength(1);
    const { loss, acc, count } = columnsOf(runs[0]!);
    expect(loss?.values).toHaveLength(180);
    expect(Array.from(loss!.values).slice(0, 3)).toEqual([1, 1 / 2, 1 / 3]);
    expect(Array.from(loss!.steps).slice(8, 11)).toEqual([8, 10, 11]);
    expect(loss?.values[45]).toBeNaN();
    expect(loss?.wallTimes?.[1]).toBe(1700000001.5);
    expect(acc?.values[7]).toBe(Math.fround(7 / 200));
    expect(Array.from(count!.values)).toEqual(Array.from({ length: 200 }, (_, step) => step * 3));
    expect(runs[0]?.config).toMatchObject({ optimizer: 'adam' });
    expect(problems).toMatchObject([{ code: 'invalid-value', key: 'best' }]);
  });
});

describe('readParquet', () => {
  it('reads a long table as one run for each id', async () => {
    const { runs, problems } = await readParquet(fixture('long.parquet'));
    expect(problems).toEqual([]);
    expect(runs.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(columnsOf(runs[1]!)).toMatchObject({
      loss: { steps: Float64Array.of(0, 1, 2), values: Float64Array.of(1.5, 1.75, 2) },
      acc: { steps: Float64Array.of(0, 1, 2), values: Float64Array.of(2.25, 2.5, 2.75) },
    });
  });

  it('is what readRuns gives for files that start with PAR1', async () => {
    const read = await readRuns([fixture('long.parquet')]);
    expect(read.runs.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('joins the row groups of a file', async () => {
    const { runs } = await readParquet(written({ columnData: stepsAndLoss, rowGroupSize: 1 }));
    expect(columnsOf(runs[0]!).loss).toMatchObject({ steps: Float64Array.of(0, 2), values: Float64Array.of(1, 0.25) });
  });

  it('takes id, name and columns from the options', async () => {
    const file = written({ columnData: [{ name: 'k', data: [5n, 6n], type: 'INT64' }, { name: 'loss', data: [1, 2], type: 'DOUBLE' }] });
    const { runs } = await readParquet(file, { id: 'r', name: 'Run', step: 'k' });
    expect(runs[0]).toMatchObject({ id: 'r', name: 'Run' });
    expect(columnsOf(runs[0]!).loss?.steps).toEqual(Float64Array.of(5, 6));
  });

  it('reads integers beyond 2^53 that name runs exactly', async () => {
    const file = written({
      columnData: [
        { name: 'run_id', data: [9007199254740993n, 9007199254740995n], type: 'INT64' },
        { name: 'step', data: [0, 0], type: 'INT32' },
        { name: 'loss', data: [1, 2], type: 'DOUBLE' },
      ],
    });
    const { runs } = await readParquet(file);
    expect(runs.map(({ id }) => id)).toEqual(['9007199254740993', '9007199254740995']);
  });

  it('leaves nested columns out, names them and keeps the others', async () => {
    const file = written({
      columnData: [...stepsAndLoss.map(({ name, data }) => ({ name, data })), { name: 'hist', data: [[1], [2, 3], []] }],
      schema: [
        { name: 'root', num_children: 3 },
        { name: 'step', type: 'INT32', repetition_type: 'REQUIRED' },
        { name: 'loss', type: 'DOUBLE', repetition_type: 'OPTIONAL' },
        { name: 'hist', repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { name: 'element', type: 'DOUBLE', repetition_type: 'OPTIONAL' },
      ],
    });
    const { runs, problems } = await readParquet(file);
    expect(columnsOf(runs[0]!).loss?.values).toEqual(Float64Array.of(1, 0.25));
    expect(problems).toMatchObject([{ code: 'unreadable', count: 1 }]);
    expect(problems[0]?.message).toContain('"hist"');
  });

  it('says which codec it cannot unpack and how to', async () => {
    const { runs, problems } = await readParquet(fixture('long-gzip.parquet'));
    expect(runs).toEqual([]);
    expect(problems).toMatchObject([{ code: 'unreadable' }]);
    expect(problems[0]?.message).toMatch(/long-gzip\.parquet.*GZIP.*snappy.*compressors/);
  });

  it('unpacks with the compressors that it is given', async () => {
    const file = written({ columnData: stepsAndLoss, codec: 'GZIP', compressors: { GZIP: (bytes) => bytes } });
    const { runs } = await readParquet(file, { compressors: { GZIP: (bytes) => bytes } });
    expect(columnsOf(runs[0]!).loss?.values).toEqual(Float64Array.of(1, 0.25));
  });

  it('refuses a file with more cells than maxCells', async () => {
    const { runs, problems } = await readParquet(written({ columnData: stepsAndLoss }), { maxCells: 5 });
    expect(runs).toEqual([]);
    expect(problems[0]?.message).toContain('maxCells');
    expect((await readParquet(written({ columnData: stepsAndLoss }), { maxCells: 6 })).runs).toHaveLength(1);
  });

  it('refuses a page whose run is a billion values long, before making room for them', async () => {
    const data = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? index : null));
    const file = written({ columnData: [{ name: 'loss', data, type: 'DOUBLE' }], codec: 'UNCOMPRESSED' });
    const levels = Uint8Array.of(0x0b, 0x55, 0x55, 0x55, 0x55, 0x55);
    const at = file.bytes.findIndex((_, index) => levels.every((byte, offset) => file.bytes[index + offset] === byte));
    expect(at).toBeGreaterThan(0);
    file.bytes.set([0xfe, 0xff, 0xff, 0xff, 0x07, 0x01], at);
    const { runs, problems } = await readParquet(file);
    expect(runs).toEqual([]);
    expect(problems[0]?.message).toContain('run of 1073741823 values');
  });

  it('comes to an end when a Snappy literal of negative length would send the decoder back to itself', async () => {
    const file = fixture('long.parquet');
    for (let at = 4; at < file.bytes.length - 300; at++) {
      const bytes = file.bytes.slice();
      bytes.set([0xfc, 0xfa, 0xff, 0xff, 0xff], at);
      const { runs, problems } = await readParquet({ ...file, bytes });
      expect(runs.length + problems.length).toBeGreaterThan(0);
    }
  });

  it('refuses a Zstandard page of more than one frame, or of another size than the page says', async () => {
    const file = fixture('wide-zstd.parquet');
    const at = file.bytes.findIndex((_, index) => [0x28, 0xb5, 0x2f, 0xfd].every((byte, offset) => file.bytes[index + offset] === byte));
    expect(at).toBeGreaterThan(0);
    for (const [offset, message] of [[5, /Zstandard frame says/], [8, /not one Zstandard frame|ends too early/]] as const) {
      const bytes = file.bytes.slice();
      bytes[at + offset] = (bytes[at + offset] ?? 0) ^ 0x40;
      const { runs, problems } = await readParquet({ ...file, bytes });
      expect(runs).toEqual([]);
      expect(problems[0]?.message).toMatch(message);
    }
  });

  it.each([
    ['an empty file', new Uint8Array()],
    ['a file that ends early', fixture('long.parquet').bytes.slice(0, -20)],
    ['a footer longer than the file', Uint8Array.of(0x50, 0x41, 0x52, 0x31, 0xff, 0xff, 0xff, 0xff, 0x50, 0x41, 0x52, 0x31)],
  ])('reports %s', async (_, bytes) => {
    const { runs, problems } = await readParquet({ path: 'a.parquet', bytes });
    expect(runs).toEqual([]);
    expect(problems).toMatchObject([{ code: 'unreadable' }]);
    expect(problems[0]?.message).toContain('"a.parquet"');
  });
});
