import type { RunInput, RunProblem } from '@runhue/core';
import { type DroppedCells, droppedCells } from '../history/dropped-cells.js';
import { historyBuilder } from '../history/history-builder.js';
import { joinRuns } from '../join-runs.js';
import { isJsonObject } from '../json/json-shape.js';
import { type JsonObject, parseJson } from '../json/parse-json.js';
import { readEachFile, unreadableFile } from '../read-each-file.js';
import type { ReadContext } from '../run-format.js';
import type { ReadResult, SourceFile } from '../source-file.js';
import { runOfFile } from '../tabular/run-of-file.js';
import { readCsvRows } from '../text/csv-rows.js';
import { numberCell } from '../text/number-cell.js';

/**
 * Reads Stable-Baselines3 `monitor.csv` files: a line `#{"t_start": …, "env_id": …}`, then an episode a row with reward `r`, length `l` and
 * time `t` (and what the environment adds). A row's step is the number of environment steps so far, the sum of `l`; its run time is `t`, its
 * wall time `t_start + t`. The first line is config.
 */
export async function readSb3Monitor(files: Iterable<SourceFile>, context?: ReadContext): Promise<ReadResult> {
  const dropped = droppedCells();
  const parts: RunInput[][] = [];
  const { problems } = await readEachFile(files, undefined, async (file, found) => {
    parts.push([await readMonitor(file, found, dropped, context)]);
    return [];
  });
  const joined = joinRuns(parts);
  return { runs: joined.runs, problems: [...problems, ...joined.problems, ...dropped.problems()] };
}

async function readMonitor(file: SourceFile, problems: RunProblem[], dropped: DroppedCells, context?: ReadContext): Promise<RunInput> {
  const end = file.bytes.indexOf(10) + 1;
  const about = parseJson(new TextDecoder().decode(file.bytes.subarray(0, end)).replace(/^#/, ''));
  const config: JsonObject = isJsonObject(about) ? about : {};
  const started = typeof config['t_start'] === 'number' ? config['t_start'] : NaN;
  const history = historyBuilder();
  let names: readonly string[] = [];
  let step = 0;
  const stopped = await readCsvRows(
    { path: file.path, bytes: file.bytes.subarray(end) },
    { delimiter: ',' },
    (cells, index) => {
      if (index === 0) {
        names = cells;
        return;
      }
      const number = (name: string): number => numberCell(cells[names.indexOf(name)] ?? '') ?? NaN;
      step += number('l') || 0;
      const clock = { step, wallTime: started + number('t'), runtime: number('t') };
      names.forEach((metric, i) => {
        const cell = cells[i] ?? '';
        if (cell === '' || metric === 't') return;
        const value = numberCell(cell);
        if (value === undefined) dropped.add(file.path, metric, cell);
        else history.add(metric, value, clock);
      });
    },
    context,
  );
  if (stopped !== null) problems.push(unreadableFile(file.path, `${stopped}; what follows is left out`));
  const { id, name } = runOfFile(file.path);
  return { id, name, config, startTime: Number.isFinite(started) ? started : null, history: history.finish() ?? {} };
}
