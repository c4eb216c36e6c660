import type { RunInput } from '@runhue/core';
import { readRuns, type SourceFile } from '@runhue/sources';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../series-facts.js';
import { textFile } from '../text-file.js';
import { configRecord, exitRecord, historyRecord, type Items, runRecord, summaryRecord, wandbLog } from './log-writer.js';

const folder = 'wandb/run-20260101_120000-abcd1234';

function logFile(records: readonly Uint8Array[], path = `${folder}/run-abcd1234.wandb`): SourceFile {
  return { path, bytes: wandbLog(records) };
}

function points(run: RunInput | undefined): unknown {
  return Object.fromEntries(Object.entries(columnsOf(run ?? { id: '' })).map(([metric, { steps, values }]) => [metric, Array.from(steps, (step, i) => [step, values[i]])]));
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('readRuns on a .wandb log', () => {
  it('reads run, config, history and exit', async () => {
    const { runs, problems } = await readRuns([
      logFile([
        runRecord({ id: 'abcd1234', name: 'brisk-sun-1', tags: ['a', 'b'], startTime: 1_700_000_000, config: [['optimizer', '{"lr": 0.1}'], ['_wandb', '{}']] }),
        configRecord([['batch_size', '8'], [['optimizer2', 'name'], '"lion"']]),
        historyRecord([[['loss'], '2'], [['_step'], '0'], [['_timestamp'], '1700000001.5'], [['_runtime'], '1.5']], 0),
        historyRecord([[['loss'], '1'], [['_step'], '1'], [['_timestamp'], '1700000002.5'], [['_runtime'], '2.5']], 1),
        summaryRecord([['loss', '1'], ['_step', '1']]),
        exitRecord(0),
      ]),
    ]);
    expect(problems).toEqual([]);
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({ id: 'abcd1234', name: 'brisk-sun-1', state: 'finished', startTime: 1_700_000_000 });
    expect(plain(runs[0]?.config)).toEqual({ Tags: 'a, b', optimizer: { lr: 0.1 }, batch_size: 8, optimizer2: { name: 'lion' } });
    expect(columnsOf(runs[0] ?? { id: '' })).toEqual({
      loss: {
        steps: Float64Array.of(0, 1),
        values: Float64Array.of(2, 1),
        wallTimes: Float64Array.of(1_700_000_001.5, 1_700_000_002.5),
        runtimes: Float64Array.of(1.5, 2.5),
      },
    });
  });

  it('reads names from key or nested_key, bare NaN and Infinity, numbers as text, and a step that is left out at 0', async () => {
    const { runs } = await readRuns([
      logFile([
        runRecord({ id: 'abcd1234' }),
        historyRecord([['a/b', 'NaN'], [['nested', 'x'], '-Infinity'], [['deep'], '{"y": 3}']], 0),
        historyRecord([['a/b', '"NaN"'], [['big'], '1.795411662137633e+09']], 7),
      ]),
    ]);
    expect(points(runs[0])).toEqual({ 'a/b': [[0, NaN], [7, NaN]], 'nested.x': [[0, -Infinity]], 'deep.y': [[0, 3]], big: [[7, 1_795_411_662.137633]] });
  });

  it('takes the step that was logged as _step before the one of the record', async () => {
    const { runs } = await readRuns([logFile([runRecord({ id: 'abcd1234' }), historyRecord([['loss', '1'], ['_step', '5']], 2), historyRecord([['loss', '2']])])]);
    expect(points(runs[0])).toEqual({ loss: [[5, 1], [1, 2]] });
  });

  it('reads records that span several blocks', async () => {
    const text = 'x'.repeat(100_000);
    const { runs, problems } = await readRuns([logFile([runRecord({ id: 'abcd1234', config: [['long', `"${text}"`]] }), historyRecord([['loss', '1']], 3)])]);
    expect(problems).toEqual([]);
    expect(runs[0]?.config?.['long']).toBe(text);
    expect(points(runs[0])).toEqual({ loss: [[3, 1]] });
  });

  it('reads a log that ends inside a record up to there, without a problem', async () => {
    const { path, bytes } = logFile([runRecord({ id: 'abcd1234' }), historyRecord([['loss', '1']], 1), historyRecord([['loss', '2']], 2)]);
    const { runs, problems } = await readRuns([{ path, bytes: bytes.subarray(0, bytes.length - 3) }]);
    expect(problems).toEqual([]);
    expect(points(runs[0])).toEqual({ loss: [[1, 1]] });
  });

  it('goes on at the next block after a damaged one, and says where it was', async () => {
    const records = [runRecord({ id: 'abcd1234' }), ...Array.from({ length: 3000 }, (_, step) => historyRecord([['loss', `${step}`]], step))];
    const { path, bytes } = logFile(records);
    bytes[40_000] = (bytes[40_000] ?? 0) ^ 1;
    const { runs, problems } = await readRuns([{ path, bytes }]);
    const { loss } = points(runs[0]) as { loss: number[][] };
    expect(bytes.length).toBeGreaterThan(65_536);
    expect(loss.at(-1)).toEqual([2999, 2999]);
    expect(loss.length).toBeLessThan(3000);
    expect(problems).toMatchObject([{ code: 'unreadable', message: expect.stringMatching(/run-abcd1234.wandb": \d+ damaged places \(a checksum is wrong at byte (39|40)\d{3}\)/) as string }]);
  });

  it('drops and counts values that are no numbers', async () => {
    const { runs, problems } = await readRuns([logFile([runRecord({ id: 'abcd1234' }), historyRecord([['image', '{"_type": "image-file", "path": "a.png"}'], ['loss', '1']], 1)])]);
    expect(points(runs[0])).toEqual({ loss: [[1, 1]] });
    expect(problems).toMatchObject([{ code: 'invalid-value', key: 'image', count: 1 }]);
  });

  it('drops media that are logged part by part as one thing, and their size with them', async () => {
    const html: Items = [[['html', '_type'], '"html-file"'], [['html', 'size'], '113'], [['html', 'path'], '"a.html"']];
    const { runs, problems } = await readRuns([logFile([runRecord({ id: 'abcd1234' }), historyRecord([...html, [['loss'], '1']], 1)])]);
    expect(points(runs[0])).toEqual({ loss: [[1, 1]] });
    expect(problems).toMatchObject([{ code: 'invalid-value', key: 'html', count: 1 }]);
  });

  it('reads the folder that W&B links as latest-run only once, and no debug log as a run', async () => {
    const log = logFile([runRecord({ id: 'abcd1234' }), historyRecord([['loss', '1']], 1)]);
    const debug = textFile('wandb/debug-internal.log', ['{"time":"2026-11-23T14:07:01Z","level":"INFO","msg":"stream: starting","id":"abcd1234"}', '{"time":"2026-11-23T14:07:01Z","level":"INFO","msg":"x"}']);
    const { runs, problems } = await readRuns([log, { ...log, path: 'wandb/latest-run/run-abcd1234.wandb' }, debug]);
    expect(runs).toHaveLength(1);
    expect(points(runs[0])).toEqual({ loss: [[1, 1]] });
    expect(problems).toMatchObject([{ code: 'unreadable', count: 1, message: expect.stringContaining('debug-internal.log') as string }]);
  });

  it('joins the logs of a run that was resumed', async () => {
    const again = 'wandb/run-20260102_120000-abcd1234/run-abcd1234.wandb';
    const { runs } = await readRuns([
      logFile([runRecord({ id: 'abcd1234', name: 'brisk-sun-1' }), historyRecord([['loss', '2']], 1)]),
      logFile([runRecord({ id: 'abcd1234', name: 'brisk-sun-1' }), historyRecord([['loss', '1']], 2), exitRecord(1)], again),
    ]);
    expect(runs).toHaveLength(1);
    expect(runs[0]?.state).toBe('failed');
    expect(points(runs[0])).toEqual({ loss: [[1, 2], [2, 1]] });
  });
});

describe('readRuns on the files of a W&B run directory', () => {
  it('reads config.yaml in its old form and the summary as last points', async () => {
    const { runs, problems } = await readRuns([
      textFile(`${folder}/files/config.yaml`, ['wandb_version: 1', '', '_wandb:', '  desc: null', '  value: {python: 3}', 'optimizer:', '  desc: null', '  value:', '    lr: 0.001', '    method: adam', 'seed:', '  desc: null', '  value: 67']),
      textFile(`${folder}/files/wandb-summary.json`, '{"loss": 0.25, "bad": NaN, "_step": 12, "_timestamp": 1700000000, "_runtime": 5, "_wandb": {"runtime": 5}}'),
    ]);
    expect(problems).toEqual([]);
    expect(runs).toMatchObject([{ id: 'abcd1234', config: { optimizer: { lr: 0.001, method: 'adam' }, seed: 67 } }]);
    expect(Object.keys(runs[0]?.config ?? {})).toEqual(['optimizer', 'seed']);
    expect(points(runs[0])).toEqual({ loss: [[12, 0.25]], bad: [[12, NaN]] });
  });

  it('reads config.yaml in its new form, and joins log, config and summary', async () => {
    const { runs } = await readRuns([
      textFile(`${folder}/files/config.yaml`, ['_wandb:', '    value:', '        cli_version: 0.30.0', 'learning_rate:', '    value: 0.01', 'value:', '    value: {value: 1}']),
      textFile(`${folder}/files/wandb-summary.json`, '{"loss": 9, "best": 0.5, "_step": 12}'),
      logFile([runRecord({ id: 'abcd1234' }), historyRecord([['loss', '1']], 1)]),
    ]);
    expect(plain(runs[0]?.config)).toEqual({ learning_rate: 0.01, value: { value: 1 } });
    expect(points(runs[0])).toEqual({ loss: [[1, 1]], best: [[12, 0.5]] });
  });

  it.each([
    ['tags that would run code', 'wandb_version: 1\nevil: !!python/object/apply:os.system ["rm -rf /"]\n', { evil: ['rm -rf /'] }],
    ['keys named __proto__', 'wandb_version: 1\n__proto__:\n  value: {polluted: true}\n', JSON.parse('{"__proto__": {"polluted": true}}') as object],
  ])('takes %s as data', async (_, yaml, config) => {
    const { runs } = await readRuns([textFile(`${folder}/files/config.yaml`, yaml)]);
    expect(plain(runs[0]?.config)).toEqual(config);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it.each([
    ['aliases that expand without bound', `wandb_version: 1\na0: &a0 [x, x]\n${Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`).join('\n')}\n`],
    ['no YAML', 'wandb_version: 1\na: [1, 2\nb: }'],
    ['lists nested without end', `wandb_version: 1\na: ${'['.repeat(100_000)}`],
    ['list items nested without end', `wandb_version: 1\na:\n  ${'- '.repeat(100_000)}`],
    ['a text of megabytes', `wandb_version: 1\na: ${'x'.repeat(2_000_000)}`],
  ])('refuses %s with a problem that names the file', async (_, yaml) => {
    const { problems } = await readRuns([textFile(`${folder}/files/config.yaml`, yaml)]);
    expect(problems).toMatchObject([{ code: 'unreadable', message: expect.stringContaining(`${folder}/files/config.yaml`) as string }]);
  });
});
