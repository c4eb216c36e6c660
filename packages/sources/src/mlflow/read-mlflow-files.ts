import type { RunInput, RunProblem, SeriesInput } from '@runhue/core';
import { seriesInput } from '../growing-series.js';
import { baseNameOf, folderOf } from '../run-path.js';
import type { ReadResult, SourceFile } from '../source-file.js';
import { readAtOnce, type StepwiseReading } from '../stepwise.js';
import { readMetaYaml } from './meta-yaml.js';
import { readingMetricLines } from './metric-lines.js';
import { configOfRun, runNameTag, runState } from './run-config.js';
import { sameStepProblem } from './same-step-problem.js';
import { storeFileOf } from './store-layout.js';

interface StoredRun {
  readonly folder: string;
  meta: ReadonlyMap<string, string> | null;
  readonly params: Map<string, string>;
  readonly tags: Map<string, string>;
  readonly history: Map<string, SeriesInput>;
}

const maxTextBytes = 1 << 20;

/**
 * Reads an MLflow file store: the `mlruns/` folder, a folder above it, one experiment or one run.
 *
 * A run's id is MLflow's; its params are config keys (text, as MLflow keeps them); the experiment's name, the parent run and
 * people's own tags are under `mlflow`. Points keep the order of the file; timestamps become seconds. Deleted runs are left out
 * and counted, runs without metrics stay. What cannot be read is a problem with its path. Throws nothing.
 */
export function readMlflowFiles(files: Iterable<SourceFile>): ReadResult {
  return readAtOnce(readingMlflowFiles(files));
}

/** The same reading with pauses. */
export function* readingMlflowFiles(files: Iterable<SourceFile>): StepwiseReading<ReadResult> {
  const problems: RunProblem[] = [];
  const runs = new Map<string, StoredRun>();
  const experiments = new Map<string, ReadonlyMap<string, string>>();
  for (const file of files) {
    const place = storeFileOf(file.path);
    if (place.kind === 'metric') yield* readMetric(runOf(runs, place.folder), place.name, file, problems);
    else if (place.kind === 'meta') readMeta(place.folder, file, runs, experiments, problems);
    else if (place.kind !== 'other') readText(runOf(runs, place.folder), place.kind, place.name, file, problems);
    if (place.kind !== 'metric') yield file.bytes.length;
  }
  const kept = [...runs.values()].filter((run) => !isDeleted(run));
  if (kept.length < runs.size) problems.push(deletedProblem(runs.size - kept.length));
  const names = new Map(kept.map((run) => [idOf(run), nameOf(run)]));
  return { runs: kept.map((run) => runInputOf(run, experiments, names, problems)), problems };
}

function runOf(runs: Map<string, StoredRun>, folder: string): StoredRun {
  let run = runs.get(folder);
  if (run === undefined) {
    run = { folder, meta: null, params: new Map(), tags: new Map(), history: new Map() };
    runs.set(folder, run);
  }
  return run;
}

function readMeta(
  folder: string,
  { path, bytes }: SourceFile,
  runs: Map<string, StoredRun>,
  experiments: Map<string, ReadonlyMap<string, string>>,
  problems: RunProblem[],
): void {
  const meta = readMetaYaml(bytes);
  if (meta === null) problems.push(unreadable(path, null, 'this is no meta.yaml as MLflow writes it; its names and times are unknown'));
  else if (meta.has('run_id') || meta.has('run_uuid')) runOf(runs, folder).meta = meta;
  else if (meta.has('experiment_id')) experiments.set(folder, meta);
}

function* readMetric(run: StoredRun, name: string, { path, bytes }: SourceFile, problems: RunProblem[]): StepwiseReading<void> {
  const { series, badLines, firstBadLine } = yield* readingMetricLines(bytes);
  if (series.length > 0) run.history.set(name, seriesInput(series));
  if (badLines > 0) {
    const reason = `${badLines} lines are not "timestamp value step" ("${firstBadLine}" …) and were left out`;
    problems.push({ ...unreadable(path, baseNameOf(run.folder), reason), key: name, count: badLines });
  }
}

function readText(run: StoredRun, kind: 'param' | 'tag', name: string, { path, bytes }: SourceFile, problems: RunProblem[]): void {
  if (bytes.length > maxTextBytes) {
    problems.push({ ...unreadable(path, baseNameOf(run.folder), `a ${kind} of ${bytes.length} bytes was left out (at most 1 MiB)`), key: name });
    return;
  }
  const texts = kind === 'param' ? run.params : run.tags;
  texts.set(name, new TextDecoder().decode(bytes).replace(/\r?\n$/, ''));
}

function isDeleted({ folder, meta }: StoredRun): boolean {
  return meta?.get('lifecycle_stage') === 'deleted' || folder.split('/').includes('.trash');
}

function idOf({ folder, meta }: StoredRun): string {
  return meta?.get('run_id') ?? meta?.get('run_uuid') ?? baseNameOf(folder);
}

function nameOf(run: StoredRun): string {
  return run.meta?.get('run_name') || run.tags.get(runNameTag) || run.meta?.get('name') || idOf(run);
}

function runInputOf(
  run: StoredRun,
  experiments: ReadonlyMap<string, ReadonlyMap<string, string>>,
  names: ReadonlyMap<string, string>,
  problems: RunProblem[],
): RunInput {
  const id = idOf(run);
  if (run.meta === null) problems.push(unreadable(`${run.folder}/meta.yaml`, id, 'it is missing or unreadable; the run was read without name, state and start'));
  const sameStep = sameStepProblem(id, run.history);
  if (sameStep !== null) problems.push(sameStep);
  const experiment = experiments.get(folderOf(run.folder))?.get('name') ?? null;
  const startTime = Number(run.meta?.get('start_time') ?? NaN) / 1000;
  return {
    id,
    name: nameOf(run),
    config: configOfRun({ id, params: run.params, tags: run.tags, experiment }, (runId) => names.get(runId)),
    state: runState(run.meta?.get('status') ?? null),
    startTime: Number.isFinite(startTime) ? startTime : null,
    history: Object.fromEntries(run.history),
  };
}

function unreadable(path: string, runId: string | null, reason: string): RunProblem {
  return { inputIndex: -1, runId, code: 'unreadable', message: `"${path}": ${reason}.` };
}

function deletedProblem(count: number): RunProblem {
  const message = `${count} runs are deleted in MLflow and were left out; restore them there to see them here.`;
  return { inputIndex: -1, runId: null, code: 'invalid-run', message, count };
}
