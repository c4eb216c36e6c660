import type { RunProblem } from '@runhue/core';
import { decoded } from '../binary/wire.js';
import { folderOf, runIdOfFolder } from '../run-path.js';
import type { ReadResult, SourceFile } from '../source-file.js';
import { readAtOnce, type StepwiseReading } from '../stepwise.js';
import { readEvent } from './event.js';
import { addEvent, eventRun, runInputOf, type EventRun } from './event-run.js';
import { inheritedConfig } from './inherited-config.js';
import { tfRecordAt } from './tf-record.js';

/**
 * Reads TensorBoard event files (`events.out.tfevents.*`): every folder is a run, its files are read in the order of their names.
 *
 * Scalars are `simple_value`s and one-element tensors; steps and wall times (seconds since the epoch) are kept for every point. hparams
 * become the config of the run and of the runs in folders below it that have none of their own. Both checksums of every record are
 * checked: damaged records are left out, reading stops where no record is, and either is reported with the file and the bytes.
 * Throws nothing.
 */
export function readEventFiles(files: Iterable<SourceFile>): ReadResult {
  return readAtOnce(readingEventFiles(files));
}

const pauseBytes = 1 << 20;

/** The same reading with pauses. */
export function* readingEventFiles(files: Iterable<SourceFile>): StepwiseReading<ReadResult> {
  const problems: RunProblem[] = [];
  const runs = new Map<string, EventRun>();
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  for (const file of sorted) {
    const folder = folderOf(file.path);
    const run = runs.get(folder) ?? eventRun(runIdOfFolder(file.path));
    const anyEvent = yield* readFileInto(run, file, problems);
    if (anyEvent) runs.set(folder, run);
  }
  const root = commonFolder([...runs.keys()]);
  const inputs = [...runs].map(([folder, run]) => {
    const { input, voidPoints } = runInputOf(run, nameOf(folder, root) || run.id, inheritedConfig(folder, (at) => runs.get(at)?.config));
    if (voidPoints > 0) problems.push(voidProblem(run.id, voidPoints));
    return input;
  });
  return { runs: inputs, problems };
}

/** Reads one file into its run; false when it holds no event. */
function* readFileInto(run: EventRun, { path, bytes }: SourceFile, problems: RunProblem[]): StepwiseReading<boolean> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let events = 0;
  let damagedRecords = 0;
  let unreadableValues = 0;
  let offset = 0;
  let reported = 0;
  while (offset < bytes.length) {
    const record = tfRecordAt(bytes, view, offset);
    if (!('next' in record)) {
      problems.push(endProblem(path, run.id, record.kind, offset, bytes.length - offset));
      break;
    }
    const event = record.kind === 'record' ? decoded(bytes.subarray(record.start, record.end), readEvent) : null;
    if (event === null) damagedRecords++;
    else {
      events++;
      unreadableValues += addEvent(run, event);
    }
    offset = record.next;
    if (offset - reported >= pauseBytes) {
      yield offset - reported;
      reported = offset;
    }
  }
  if (damagedRecords > 0) {
    const what = damagedRecords === 1 ? '1 record is damaged and was' : `${damagedRecords} records are damaged and were`;
    problems.push(unreadable(path, run.id, `${what} left out; copy the file again from where it was written.`, damagedRecords));
  }
  if (unreadableValues > 0) {
    problems.push(unreadable(path, run.id, `the hparams of ${unreadableValues} values cannot be read and were left out.`, unreadableValues));
  }
  if (bytes.length === 0) problems.push(unreadable(path, run.id, 'the file is empty; no run was made of it alone.', 1));
  yield bytes.length - reported;
  return events > 0;
}

function endProblem(path: string, runId: string, kind: 'cut' | 'junk', offset: number, lost: number): RunProblem {
  const reason =
    kind === 'cut'
      ? `the file ends inside a record; its last ${lost} bytes were left out (a run that is still being written ends like this).`
      : `at byte ${offset} there is no record, its checksum fails; the ${lost} bytes from there on were left out (two writers may have shared the file).`;
  return unreadable(path, runId, reason, lost);
}

function unreadable(path: string, runId: string, reason: string, count: number): RunProblem {
  return { inputIndex: -1, runId, code: 'unreadable', message: `"${path}": ${reason}`, count };
}

function voidProblem(runId: string, count: number): RunProblem {
  const message = `Run "${runId}": ${count} points were left out, because the run was restarted at or before their step (TensorBoard hides them too).`;
  return { inputIndex: -1, runId, code: 'invalid-step', message, count };
}

/** The deepest folder that holds all others, or the parent's where there is only one. */
function commonFolder(folders: readonly string[]): string {
  const [first] = folders;
  if (first === undefined) return '';
  let common = folders.length === 1 ? folderOf(first) : first;
  while (common !== '' && !folders.every((folder) => folder === common || folder.startsWith(`${common}/`))) common = folderOf(common);
  return folders.includes(common) ? folderOf(common) : common;
}

function nameOf(folder: string, root: string): string {
  return root === '' ? folder : folder.slice(root.length + 1);
}
