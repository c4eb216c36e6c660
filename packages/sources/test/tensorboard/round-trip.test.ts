import { readEventFiles } from '@runhue/sources/tensorboard';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnsOf } from '../series-facts.js';
import { eventFile, simpleValue } from './event-writer.js';

const point = fc.record({
  wallTime: fc.double({ noNaN: true, noDefaultInfinity: true }),
  step: fc.integer(),
  tag: fc.string({ unit: 'binary', maxLength: 40 }),
  value: fc.float(),
});

it('readEventFiles gives back every point of every tag that is written, in order, and reports nothing', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 30 }), (points) => {
      const bytes = eventFile(...points.map(({ tag, value, ...event }) => ({ ...event, values: [simpleValue(tag, value)] })));
      const { runs, problems } = readEventFiles([{ path: 'r/events.out.tfevents.1.host', bytes }]);
      expect(problems).toEqual([]);
      const columns = new Map(Object.entries(columnsOf(runs[0]!)));
      expect(columns.size).toBe(new Set(points.map(({ tag }) => tag)).size);
      for (const [tag, { steps, values, wallTimes }] of columns) {
        const logged = points.filter((written) => written.tag === tag);
        expect(Array.from(steps)).toEqual(logged.map(({ step }) => (step === 0 ? 0 : step)));
        expect(Array.from(values)).toEqual(logged.map(({ value }) => value));
        expect(Array.from(wallTimes ?? [])).toEqual(logged.map(({ wallTime }) => wallTime));
      }
    }),
  );
});
