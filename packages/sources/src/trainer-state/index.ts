import { type ConfigValue, type RunInput, RunhueError } from '@runhue/core';
import { droppedCells } from '../history/dropped-cells.js';
import { emptyRecord } from '../history/record.js';
import { isJsonObject } from '../json/json-shape.js';
import { type JsonObject, parseJson } from '../json/parse-json.js';
import { readEachFile } from '../read-each-file.js';
import type { ReadContext } from '../run-format.js';
import { baseNameOf, folderOf } from '../run-path.js';
import type { ReadResult, SourceFile } from '../source-file.js';
import { jsonRows } from '../tabular/read-json-rows.js';
import { decodeText } from '../text/decode-text.js';

/**
 * Reads Hugging Face `trainer_state.json` files: `log_history` is the history by `step`, everything else (`max_steps`,
 * `train_batch_size` …) is config. The run is the file's folder; of a run's `checkpoint-…` folders, whose files repeat each other, the one with most
 * steps is read.
 */
export async function readTrainerState(files: Iterable<SourceFile>, context?: ReadContext): Promise<ReadResult> {
  const dropped = droppedCells();
  const newest = new Map<string, { steps: number; run: RunInput }>();
  const { problems } = await readEachFile(files, context, (file) => {
    const state = parseJson(decodeText(file.bytes));
    if (!isJsonObject(state) || !Array.isArray(state['log_history'])) throw new RunhueError('A trainer state has a list "log_history"; this has none');
    const id = runFolder(file.path);
    const steps = typeof state['global_step'] === 'number' ? state['global_step'] : state['log_history'].length;
    if (steps <= (newest.get(id)?.steps ?? -1)) return [];
    const rows = jsonRows({ step: 'step', run: [] }, { path: file.path, id, name: baseNameOf(id) });
    for (const row of state['log_history']) if (isJsonObject(row)) rows.add(row);
    const [run] = rows.finish(dropped);
    newest.set(id, { steps, run: { id, name: baseNameOf(id), ...run, config: configOf(state) } });
    return [];
  });
  return { runs: [...newest.values()].map(({ run }) => run), problems: [...problems, ...dropped.problems()] };
}

function runFolder(path: string): string {
  const folder = folderOf(path);
  const run = /^checkpoint-\d+$/.test(baseNameOf(folder)) ? folderOf(folder) || folder : folder;
  return run || 'trainer_state';
}

const notConfig = new Set(['log_history', 'stateful_callbacks']);

function configOf(state: JsonObject): { [key: string]: ConfigValue } {
  const config = emptyRecord<ConfigValue>();
  for (const [key, value] of Object.entries(state)) if (!notConfig.has(key)) config[key] = value;
  return config;
}
