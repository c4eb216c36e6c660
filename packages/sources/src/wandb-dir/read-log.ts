import { RunhueError, type RunProblem } from '@runhue/core';
import { decoded } from '../binary/wire.js';
import type { DroppedCells } from '../history/dropped-cells.js';
import { flattenJson } from '../json/flatten-json.js';
import { isJsonObject } from '../json/json-shape.js';
import { type JsonValue, parseJson } from '../json/parse-json.js';
import { unreadableFile } from '../read-each-file.js';
import type { SourceFile } from '../source-file.js';
import type { StepwiseReading } from '../stepwise.js';
import { type LogItem, type LogMessage, readLogMessage } from './log-message.js';
import { logRecords } from './log-records.js';
import { addLogged, type RunParts } from './run-parts.js';

const recordsPerPause = 2000;

/** Reads a `.wandb` file into the run that `runOf` gives for its id. Yields now and then the bytes that were read. */
export function* readingLog(
  file: SourceFile,
  runOf: (id: string | null) => RunParts,
  problems: RunProblem[],
  dropped: DroppedCells,
): StepwiseReading<void> {
  let run: RunParts | null = null;
  let [records, bytes, calls] = [0, 0, 0];
  const damages: string[] = [];
  for (const part of logRecords(file.bytes)) {
    records += 1;
    const message = part.kind === 'record' ? decoded(part.bytes, readLogMessage) : null;
    if (part.kind === 'damage') damages.push(`${part.reason} at byte ${part.at}`);
    else if (message === null) damages.push(`record ${records} is no W&B record`);
    else {
      bytes += part.bytes.length;
      if (message.kind === 'run') {
        run = runOf(message.run.id || null);
        addRun(run, message, dropped, file.path);
      } else if (message.kind !== 'other') {
        run ??= runOf(null);
        if (message.kind === 'history') addHistory(run, message, calls++, dropped, file.path);
        else if (message.kind === 'summary') for (const [name, value] of cellsOf(message.items, file.path, dropped)) run.summary.set(name, value);
        else if (message.kind === 'config') addConfig(run, message.items, file.path, dropped);
        else run.state = message.code === 0 ? 'finished' : 'failed';
      }
    }
    if (records % recordsPerPause === 0) {
      yield bytes;
      bytes = 0;
    }
  }
  yield bytes;
  if (run === null) runOf(null);
  if (damages.length > 0) problems.push(unreadableFile(file.path, `${damages.length} damaged places (${damages[0]}), left out`, damages.length));
}

function addRun(parts: RunParts, { run }: Extract<LogMessage, { kind: 'run' }>, dropped: DroppedCells, path: string): void {
  parts.name ||= run.name;
  parts.startTime ??= run.startTime;
  if (run.tags.length > 0) parts.config['Tags'] = run.tags.join(', ');
  if (run.sweep !== '') parts.config['Sweep'] = run.sweep;
  addConfig(parts, run.config, path, dropped);
}

function addHistory(run: RunParts, { items, step }: Extract<LogMessage, { kind: 'history' }>, call: number, dropped: DroppedCells, path: string): void {
  const cells = cellsOf(items, path, dropped);
  const logged = cells.find(([name]) => name === '_step')?.[1];
  addLogged(run, cells, typeof logged === 'number' ? logged : step ?? call, path, dropped);
}

function addConfig(run: RunParts, items: readonly LogItem[], path: string, dropped: DroppedCells): void {
  for (const { path: [key = '', ...nested], json } of items) {
    if (key === '_wandb' || key === 'wandb_version') continue;
    const value = valueOf(json);
    if (value === undefined) dropped.add(path, key, json);
    else run.config[key] = nested.reduceRight<JsonValue>((inner, part) => Object.assign(Object.create(null), { [part]: inner }) as JsonValue, value);
  }
}

/**
 * Names and values of items; a nested key and a nested object become a dotted name. What has a `_type` (an image, a histogram) is no number,
 * though parts of it are.
 */
function cellsOf(items: readonly LogItem[], path: string, dropped: DroppedCells): [string, JsonValue][] {
  const media = new Set(items.flatMap(({ path: keys }) => (keys.length > 1 && keys.at(-1) === '_type' ? keys.slice(0, -1).join('.') : [])));
  for (const name of media) dropped.add(path, name, 'media');
  return items.flatMap(({ path: keys, json }): [string, JsonValue][] => {
    const name = keys.join('.');
    if (keys[0] === '_wandb' || (media.size > 0 && keys.some((_, i) => media.has(keys.slice(0, i).join('.'))))) return [];
    const value = valueOf(json);
    if (value === undefined) {
      dropped.add(path, name, json);
      return [];
    }
    if (!isJsonObject(value) || '_type' in value) return [[name, value]];
    return flattenJson(value, '.').map(([inner, leaf]) => [`${name}.${inner}`, leaf]);
  });
}

function valueOf(json: string): JsonValue | undefined {
  const number = json === '' ? NaN : Number(json);
  if (!Number.isNaN(number)) return number;
  try {
    return parseJson(json);
  } catch (error) {
    if (error instanceof RunhueError) return undefined;
    throw error;
  }
}
