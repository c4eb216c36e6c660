import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { readEventFiles } from '@runhue/sources/tensorboard';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../series-facts.js';
import {
  concat,
  contentTensor,
  event,
  eventFile,
  float32Bytes,
  float64Bytes,
  hparamsValue,
  simpleValue,
  tensorHead,
  tensorValue,
  tfRecord,
} from './event-writer.js';

const file = (path: string, bytes: Uint8Array) => ({ path, bytes });
const only = (bytes: Uint8Array) => readEventFiles([file('logs/a/events.out.tfevents.1.host', bytes)]);

/** The values of one metric of the only run. */
function valuesOf(bytes: Uint8Array, metric: string): number[] | undefined {
  const [run] = only(bytes).runs;
  const series = run && columnsOf(run)[metric];
  return series && Array.from(series.values, Number);
}

describe('readEventFiles', () => {
  it('keeps step, value and wall time of every point, a missing step as 0', () => {
    const { runs, problems } = only(
      eventFile(
        { wallTime: 1700000000.5 },
        { wallTime: 1700000001, values: [simpleValue('loss', 0.5), simpleValue('a/b', NaN)] },
        { wallTime: 1700000002, step: 3, values: [simpleValue('loss', -Infinity)] },
      ),
    );
    expect(problems).toEqual([]);
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({ id: 'logs/a', name: 'a', startTime: 1700000000.5 });
    const { loss, 'a/b': other } = columnsOf(runs[0]!);
    expect(loss).toEqual({
      steps: Float64Array.of(0, 3),
      values: Float64Array.of(0.5, -Infinity),
      wallTimes: Float64Array.of(1700000001, 1700000002),
    });
    expect(other?.values).toEqual(Float64Array.of(NaN));
  });

  it('reads a scalar tensor of every numeric type from its content', () => {
    const integer = (bytes: number[]) => Uint8Array.from(bytes);
    const tensors: [dtype: number, content: Uint8Array, value: number][] = [
      [1, float32Bytes(0.1), Math.fround(0.1)],
      [2, float64Bytes(0.1), 0.1],
      [3, integer([0xfe, 0xff, 0xff, 0xff]), -2],
      [4, integer([200]), 200],
      [5, integer([0xfe, 0xff]), -2],
      [6, integer([0xfe]), -2],
      [9, integer([0, 0, 0, 0, 1, 0, 0, 0]), 2 ** 32],
      [10, integer([1]), 1],
      [14, integer([0x80, 0x3f]), 1],
      [17, integer([0xff, 0xff]), 65535],
      [19, integer([0x00, 0xc0]), -2],
      [22, integer([0xff, 0xff, 0xff, 0xff]), 2 ** 32 - 1],
      [23, integer([0, 0, 0, 0, 1, 0, 0, 0]), 2 ** 32],
    ];
    const values = tensors.map(([dtype, content]) => tensorValue(`t${dtype}`, contentTensor(dtype, content), { name: 'scalars' }));
    const columns = columnsOf(only(eventFile({ values })).runs[0]!);
    for (const [dtype, , value] of tensors) expect(columns[`t${dtype}`]?.values, `dtype ${dtype}`).toEqual(Float64Array.of(value));
  });

  it('reads a scalar tensor from its typed fields, packed or not', () => {
    const packed = (dtype: number, fieldNo: number, write: (writer: BinaryWriter) => BinaryWriter) =>
      write(tensorHead(dtype).tag(fieldNo, WireType.LengthDelimited).fork()).join().finish();
    const values = [
      tensorValue('float', packed(1, 5, (writer) => writer.float(0.25)), { name: 'scalars' }),
      tensorValue('double', tensorHead(2).tag(6, WireType.Bit64).double(0.1).finish(), { name: 'scalars' }),
      tensorValue('int', packed(3, 7, (writer) => writer.int32(-7)), { name: 'scalars' }),
      tensorValue('int64', packed(9, 10, (writer) => writer.int64(-7)), { name: 'scalars' }),
      tensorValue('bool', tensorHead(10).tag(11, WireType.Varint).bool(true).finish(), { name: 'scalars' }),
      tensorValue('half', packed(19, 13, (writer) => writer.int32(0x3c00)), { name: 'scalars' }),
      tensorValue('uint32', packed(22, 16, (writer) => writer.uint32(4e9)), { name: 'scalars' }),
      tensorValue('uint64', packed(23, 17, (writer) => writer.uint64(4e9)), { name: 'scalars' }),
    ];
    const columns = columnsOf(only(eventFile({ values })).runs[0]!);
    const found = Object.fromEntries(Object.entries(columns).map(([tag, series]) => [tag, series.values[0]]));
    expect(found).toEqual({ float: 0.25, double: 0.1, int: -7, int64: -7, bool: 1, half: 1, uint32: 4e9, uint64: 4e9 });
  });

  it('leaves tensors that are no scalars out: vectors, texts, other plugins, also where later events lack the metadata', () => {
    const scalar = contentTensor(1, float32Bytes(1));
    const { runs } = only(
      eventFile(
        {
          values: [
            tensorValue('vector', contentTensor(1, float32Bytes(1), [1]), { name: 'scalars' }),
            tensorValue('text', tensorHead(7).tag(8, WireType.LengthDelimited).string('1').finish(), { name: 'text' }),
            tensorValue('curve', scalar, { name: 'pr_curves' }),
            tensorValue('loss', scalar, { name: 'scalars' }),
          ],
        },
        { step: 1, values: [tensorValue('curve', scalar), tensorValue('loss', scalar)] },
      ),
    );
    expect(Object.keys(columnsOf(runs[0]!))).toEqual(['loss']);
    expect(columnsOf(runs[0]!).loss?.steps).toEqual(Float64Array.of(0, 1));
  });

  it('joins several files of a folder in the order of their names, whatever order they come in', () => {
    const first = file('r/events.out.tfevents.100.host', eventFile({ step: 1, values: [simpleValue('loss', 1)] }));
    const second = file('r/events.out.tfevents.200.host', eventFile({ step: 1, values: [simpleValue('loss', 2)] }));
    const { runs } = readEventFiles([second, first]);
    expect(runs).toHaveLength(1);
    expect(columnsOf(runs[0]!).loss?.values).toEqual(Float64Array.of(1, 2));
  });

  it('names runs by their folders below the common one', () => {
    const bytes = eventFile({ values: [simpleValue('loss', 1)] });
    const name = 'events.out.tfevents.1.host';
    const { runs } = readEventFiles(['logs/a/train', 'logs/a/test', 'logs/b'].map((folder) => file(`${folder}/${name}`, bytes)));
    expect(runs.map((run) => run.name)).toEqual(['a/test', 'a/train', 'b']);
    expect(readEventFiles([file(name, bytes)]).runs[0]).toMatchObject({ id: 'run', name: 'run' });
  });

  it('takes hparams as config and the session status as state, also for the folders below', () => {
    const hparams = hparamsValue({ lr: 0.001, optimizer: 'adam', nesterov: true, ['__proto__']: 1 }, 1);
    const { runs, problems } = readEventFiles([
      file('run-0/events.out.tfevents.1.host', eventFile({ values: [hparams] })),
      file('run-0/train/events.out.tfevents.1.host', eventFile({ values: [simpleValue('loss', 1)] })),
    ]);
    expect(problems).toEqual([]);
    expect(runs[0]?.state).toBe('finished');
    for (const run of runs) {
      expect(Object.entries(run.config ?? {})).toEqual([['lr', 0.001], ['optimizer', 'adam'], ['nesterov', true], ['__proto__', 1]]);
      expect(Object.getPrototypeOf(run.config)).toBe(Object.prototype);
    }
  });

  it('drops and reports the points that a restart at a lower step made void', () => {
    const { runs, problems } = only(
      eventFile(
        ...[0, 1, 2, 3].map((step) => ({ step, values: [simpleValue('loss', step)] })),
        { step: 2, restart: true },
        ...[2, 3].map((step) => ({ step, values: [simpleValue('loss', 10 + step)] })),
      ),
    );
    expect(columnsOf(runs[0]!).loss?.values).toEqual(Float64Array.of(0, 1, 12, 13));
    expect(problems).toMatchObject([{ code: 'invalid-step', count: 2, runId: 'logs/a' }]);
  });

  it('stops quietly at a cut tail and reports the bytes', () => {
    const whole = eventFile({ values: [simpleValue('loss', 1)] });
    for (const kept of [1, 11, 12, 20]) {
      const cut = concat(whole, whole.subarray(0, kept));
      expect(valuesOf(cut, 'loss')).toEqual([1]);
      expect(only(cut).problems).toMatchObject([{ code: 'unreadable', count: kept }]);
      expect(only(cut).problems[0]?.message).toContain('ends inside a record');
    }
  });

  it('believes no length whose checksum fails, and reports where the records end', () => {
    const whole = eventFile({ values: [simpleValue('loss', 1)] });
    const broken = concat(whole, whole, whole);
    broken[whole.length] = 7;
    expect(valuesOf(broken, 'loss')).toEqual([1]);
    expect(only(broken).problems).toMatchObject([{ code: 'unreadable', count: 2 * whole.length }]);
    expect(only(broken).problems[0]?.message).toContain(`at byte ${whole.length}`);
  });

  it('leaves a record out whose data checksum fails and goes on behind it', () => {
    const records = [1, 2, 3].map((value) => eventFile({ step: value, values: [simpleValue('loss', value)] }));
    const second = records[1]!;
    second[second.length - 6] = (second[second.length - 6] ?? 0) ^ 1;
    expect(valuesOf(concat(...records), 'loss')).toEqual([1, 3]);
    expect(only(concat(...records)).problems).toMatchObject([{ code: 'unreadable', count: 1 }]);
  });

  it('takes a length beyond the file, even of exabytes, for a cut tail', () => {
    const lie = tfRecord(event({ values: [simpleValue('loss', 1)] }), 2n ** 62n);
    expect(only(lie)).toMatchObject({ runs: [], problems: [{ code: 'unreadable', count: lie.length }] });
  });

  it('makes no run of an empty file and says so', () => {
    expect(only(new Uint8Array())).toMatchObject({ runs: [], problems: [{ code: 'unreadable' }] });
  });

  it('keeps a tag named like a property of every object as an own metric', () => {
    const { runs } = only(eventFile({ values: [simpleValue('__proto__', 1), simpleValue('constructor', 2)] }));
    expect(Object.keys(columnsOf(runs[0]!))).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(columnsOf(runs[0]!))).toBe(Object.prototype);
  });
});
