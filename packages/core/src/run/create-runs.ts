import { cleanConfig } from './clean-config.js';
import { showValue } from './dropped-cells.js';
import { createHistoryReport, type ReportProblem } from './history-report.js';
import { isPlainObject } from './plain-object.js';
import { readHistory } from './read-history.js';
import type { RunInput } from './run-input.js';
import type { RunProblem } from './run-problem.js';
import type { Run, RunId } from './run.js';
import { parseStartTime } from './start-time.js';

/** Runs that are fit to use, and what had to be dropped or changed to get them. */
export interface RunSet {
  /** In the order of the inputs. */
  readonly runs: Run[];
  readonly problems: RunProblem[];
}

/**
 * Checks what an app or a reader hands over and keeps it as columns, with the latest, lowest and highest value of each
 * metric, so that nothing later scans a history for them.
 *
 * Steps are ordered; of points with one step the last logged stays. Never throws: what cannot be used is dropped, counted
 * and named in `problems`. A second run with the same id is refused, the first stays.
 *
 * Columns that are Float64Arrays of equal length with finite, strictly increasing steps are kept as they are, not copied:
 * do not write into them afterwards.
 */
export function createRuns(inputs: readonly RunInput[]): RunSet {
  const runs = new Map<RunId, Run>();
  const problems: RunProblem[] = [];
  const list: unknown = inputs;
  if (!Array.isArray(list)) {
    if (list !== null && list !== undefined) {
      const message = `The runs are ${showValue(list)}, not a list; give a list such as [{id: "a", history: []}].`;
      problems.push({ inputIndex: -1, runId: null, code: 'invalid-run', message, params: { value: showValue(list) } });
    }
    return { runs: [], problems };
  }
  for (const [inputIndex, input] of list.entries()) {
    const id = readId(input, inputIndex, problems);
    if (id === null) continue;
    if (runs.has(id)) {
      const message = `Run "${id}": input ${inputIndex} repeats this id and was refused; give every run an id of its own.`;
      problems.push({ inputIndex, runId: id, code: 'duplicate-id', message, params: { input: inputIndex } });
      continue;
    }
    runs.set(id, createRun(id, input, (problem) => problems.push({ inputIndex, runId: id, ...problem })));
  }
  return { runs: [...runs.values()], problems };
}

/** True for a `createRuns` result, so that a list of raw inputs can be told from it. */
export function isRunSet(value: unknown): value is RunSet {
  return isPlainObject(value) && Array.isArray(value['runs']) && Array.isArray(value['problems']);
}

function readId(input: unknown, inputIndex: number, problems: RunProblem[]): RunId | null {
  const refuse = (code: 'invalid-run' | 'invalid-id', value: unknown, message: string): null => {
    problems.push({ inputIndex, runId: null, code, message, params: { value: showValue(value) } });
    return null;
  };
  if (!isPlainObject(input)) return refuse('invalid-run', input, `Input ${inputIndex} is ${showValue(input)}, not a run; give an object with an id.`);
  const { id } = input;
  if (typeof id === 'string') return id;
  if (typeof id !== 'number' || !Number.isFinite(id)) {
    return refuse('invalid-id', id, `Input ${inputIndex} has the id ${showValue(id)} and was refused; an id is text or a finite number.`);
  }
  const text = String(id);
  const message = `Run "${text}": its id is the number ${text} and became text; give the id as text.`;
  problems.push({ inputIndex, runId: text, code: 'numeric-id', message, params: { value: text } });
  return text;
}

function createRun(id: RunId, input: { readonly [key: string]: unknown }, report: ReportProblem): Run {
  const subject = `Run "${id}"`;
  return {
    id,
    name: readName(id, input['name'], report),
    config: cleanConfig(input['config'], subject, report),
    state: readState(subject, input['state'], report),
    startTime: readStartTime(subject, input['startTime'], report),
    history: readHistory(input['history'], createHistoryReport(subject, report)),
  };
}

function readName(id: RunId, name: unknown, report: ReportProblem): string {
  if (typeof name === 'string' && name.trim() !== '') return name;
  if (typeof name === 'number') return String(name);
  if (name === null || name === undefined || typeof name === 'string') return id;
  report({ code: 'invalid-value', message: `Run "${id}": its name is ${showValue(name)}; the id is shown instead. Give the name as text.`, key: 'name', params: { field: 'name', value: showValue(name) } });
  return id;
}

function readState(subject: string, state: unknown, report: ReportProblem): string | null {
  if (typeof state === 'string') return state;
  if (state !== null && state !== undefined) {
    report({ code: 'invalid-value', message: `${subject}: its state is ${showValue(state)}, dropped; give text such as "finished".`, key: 'state', params: { field: 'state', value: showValue(state) } });
  }
  return null;
}

function readStartTime(subject: string, value: unknown, report: ReportProblem): number | null {
  if (value === null || value === undefined || value === '') return null;
  const startTime = parseStartTime(value);
  if (startTime === null) {
    const message = `${subject}: its start time is ${showValue(value)}, dropped; give seconds since the epoch, an ISO 8601 text or a Date.`;
    report({ code: 'invalid-start-time', message, key: 'startTime', params: { value: showValue(value) } });
  }
  return startTime;
}
