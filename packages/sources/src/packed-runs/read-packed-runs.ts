import { RunhueError, type HistoryColumns, type RunInput, type SeriesInput } from '@runhue/core';
import { emptyRecord } from '../history/record.js';
import { isJsonObject } from '../json/json-shape.js';
import { type JsonObject, type JsonValue, parseJson } from '../json/parse-json.js';
import { unpackColumn } from './number-column.js';

/** Reads what `packRuns` wrote. Throws a `RunhueError` that says what is wrong where the text is something else. */
export function readPackedRuns(text: string): RunInput[] {
  const packed = parseJson(text);
  if (!isJsonObject(packed) || packed['format'] !== 'runhue-packed-runs' || packed['version'] !== 1 || !Array.isArray(packed['runs'])) {
    throw new RunhueError('Packed runs start with {"format":"runhue-packed-runs","version":1,"runs":[…]}; this is something else.');
  }
  const budget = { points: 2 * text.length };
  return packed['runs'].map((run, index) => {
    if (!isJsonObject(run) || (typeof run['id'] !== 'string' && typeof run['id'] !== 'number')) throw new RunhueError(`Packed run ${index} has no id.`);
    return unpackRun(run, run['id'], budget);
  });
}

function unpackRun(run: JsonObject, id: string | number, budget: { points: number }): RunInput {
  const { name, state, startTime, config, groups } = run;
  return {
    id,
    ...(typeof name === 'string' && { name }),
    ...(typeof state === 'string' && { state }),
    ...((typeof startTime === 'string' || typeof startTime === 'number') && { startTime }),
    ...(isJsonObject(config) && { config }),
    history: Array.isArray(groups) ? unpackHistory(run, groups, budget) : {},
  };
}

function unpackHistory(run: JsonObject, groups: readonly JsonValue[], budget: { points: number }): HistoryColumns {
  const history = emptyRecord<SeriesInput>();
  const steps = unpackColumn(run['steps'], budget);
  const wallTimes = run['wallTimes'] === undefined ? null : unpackColumn(run['wallTimes'], budget);
  const runtimes = run['runtimes'] === undefined ? null : unpackColumn(run['runtimes'], budget);
  for (const group of groups) {
    if (!isJsonObject(group) || !isJsonObject(group['values'])) throw new RunhueError(`Packed run "${run['id']}": a group has no values.`);
    const rows = unpackColumn(group['rows'], budget);
    const pick = (column: Float64Array): Float64Array => rows.map((row) => column[row] ?? NaN);
    const clock = { steps: pick(steps), ...(wallTimes && { wallTimes: pick(wallTimes) }), ...(runtimes && { runtimes: pick(runtimes) }) };
    for (const [metric, column] of Object.entries(group['values'])) history[metric] = { ...clock, values: unpackColumn(column, budget) };
  }
  return history;
}
