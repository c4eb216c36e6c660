import { RunhueError, type RunInput } from '@runhue/core';
import { packRuns, readPackedRuns } from '@runhue/sources/packed-runs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../series-facts.js';

const anyNumber = fc.oneof(fc.double(), fc.float(), fc.integer({ min: -300, max: 300 }), fc.constantFrom(NaN, Infinity, -Infinity, -0, 2 ** 31));
const anyClock = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.nat(50));

const anySeries = fc.array(fc.tuple(anyClock, anyNumber, anyClock, anyClock), { maxLength: 20 }).map((points) => {
  const byStep = [...new Map(points.map((point) => [point[0], point])).values()].sort((a, b) => a[0] - b[0]);
  const column = (i: 0 | 1 | 2 | 3): Float64Array => Float64Array.from(byStep, (point) => point[i]);
  return { steps: column(0), values: column(1), wallTimes: column(2), runtimes: column(3) };
});

describe('packRuns and readPackedRuns', () => {
  it('keep every point of any runs exactly', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), anySeries, { maxKeys: 4 }), fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 3 }), (history, list) => {
        const run: RunInput = { id: 'a', name: 'Ada', state: 'finished', startTime: 5, config: { list: JSON.parse(JSON.stringify(list)) as string[] }, history };
        const [back] = readPackedRuns(packRuns([run]));
        expect(JSON.parse(JSON.stringify(back?.config))).toEqual(run.config);
        expect(back).toMatchObject({ id: 'a', name: 'Ada', state: 'finished', startTime: 5 });
        for (const [metric, series] of Object.entries(history)) {
          const read = columnsOf(back ?? { id: '' })[metric];
          expect(Array.from(read?.values ?? [])).toEqual(Array.from(series.values));
          expect(Array.from(read?.steps ?? [], (step) => Number(step) + 0)).toEqual(Array.from(series.steps, (step) => step + 0));
          if (series.values.length > 0) expect(Array.from(read?.wallTimes ?? [], (time) => Number(time) + 0)).toEqual(Array.from(series.wallTimes, (time) => time + 0));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('refuse a history of rows', () => {
    expect(() => packRuns([{ id: 'ada', history: [{ _step: 0, loss: 1 }] }])).toThrow(new RunhueError('Run "ada": the history is rows; packRuns takes columns.'));
  });

  const packed = (run: object): string => JSON.stringify({ format: 'runhue-packed-runs', version: 1, runs: [run] });
  it.each([
    ['another format', '{"runs": []}', /Packed runs start with/],
    ['a run without id', packed({}), /Packed run 0 has no id/],
    ['a column without number type', packed({ id: 'a', steps: 'x9:AAAA', groups: [] }), /A column has no number type/],
    ['a column that is no base64', packed({ id: 'a', steps: 'f8:?', groups: [] }), /A column is no base64/],
    ['a column that ends inside a number', packed({ id: 'a', steps: 'f8:AAAA', groups: [] }), /ends inside a number/],
    ['a count beyond the file', packed({ id: 'a', steps: [0, 1, 1e12], groups: [] }), /claim more points than the file can have/],
    ['a count that is no number', packed({ id: 'a', steps: [0, 1, 'x'], groups: [] }), /Evenly spaced numbers are/],
  ])('refuse %s', (_, text, message) => {
    expect(() => readPackedRuns(text)).toThrow(message);
    expect(() => readPackedRuns(text)).toThrow(RunhueError);
  });
});
