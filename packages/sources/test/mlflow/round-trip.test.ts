import { readMlflowFiles } from '@runhue/sources/mlflow';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnsOf } from '../series-facts.js';

const id = 'a'.repeat(32);

/** As Python prints a float. */
const python = (value: number): string => (Number.isNaN(value) ? 'nan' : Math.abs(value) === Infinity ? `${value < 0 ? '-' : ''}inf` : Object.is(value, -0) ? '-0.0' : String(value));

it('readMlflowFiles gives back every line of a metric file, in order, and counts every line that is none', () => {
  const line = fc.record({ time: fc.integer({ min: 0, max: 2 ** 43 }), value: fc.double(), step: fc.maxSafeInteger() });
  const junk = fc.stringMatching(/^[a-z ]{1,30}$/).filter((text) => text.trim() !== '');
  fc.assert(
    fc.property(fc.array(fc.oneof({ weight: 4, arbitrary: line }, junk), { maxLength: 50 }), (lines) => {
      const text = lines.map((item) => (typeof item === 'string' ? item : `${item.time} ${python(item.value)} ${item.step}`)).join('\n');
      const { runs, problems } = readMlflowFiles([{ path: `mlruns/1/${id}/metrics/m`, bytes: new TextEncoder().encode(text) }]);
      const points = lines.filter((item) => typeof item !== 'string');
      const { m } = columnsOf(runs[0]!);
      expect(Array.from(m?.values ?? [])).toEqual(points.map(({ value }) => value));
      expect(Array.from(m?.steps ?? [], Number)).toEqual(points.map(({ step }) => step));
      expect(Array.from(m?.wallTimes ?? [], Number)).toEqual(points.map(({ time }) => time / 1000));
      const counted = problems.filter(({ key }) => key === 'm').reduce((sum, { code, count = 1 }) => sum + (code === 'unreadable' ? count : 0), 0);
      expect(counted).toBe(lines.length - points.length);
    }),
  );
});
