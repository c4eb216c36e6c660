import type { ConfigValue, RunInput } from '@runhue/core';
import type { DroppedCells } from '../history/dropped-cells.js';
import { type HistoryBuilder, historyBuilder } from '../history/history-builder.js';
import { emptyRecord } from '../history/record.js';
import type { JsonValue } from '../json/parse-json.js';
import { numberCell } from '../text/number-cell.js';

/** A run while its files are read: log, config and summary, in any order, of one start or several. */
export interface RunParts {
  readonly id: string;
  name: string;
  state: string | null;
  startTime: number | null;
  readonly config: { [key: string]: ConfigValue };
  readonly history: HistoryBuilder;
  readonly metrics: Set<string>;
  /** Metrics of the summary by name. */
  readonly summary: Map<string, JsonValue>;
}

export function runParts(id: string): RunParts {
  return { id, name: '', state: null, startTime: null, config: emptyRecord(), history: historyBuilder(), metrics: new Set(), summary: new Map() };
}

const clockNames = new Set(['_step', '_timestamp', '_runtime']);

/** Adds one logging call. `cells` are names of metrics with their values, W&B's own clock among them. */
export function addLogged(run: RunParts, cells: readonly (readonly [name: string, value: JsonValue])[], step: number, path: string, dropped: DroppedCells): void {
  const clock = { step, wallTime: NaN, runtime: NaN };
  for (const [name, value] of cells) {
    if (name === '_timestamp') clock.wallTime = numberOf(value) ?? NaN;
    else if (name === '_runtime') clock.runtime = numberOf(value) ?? NaN;
  }
  for (const [name, value] of cells) {
    if (clockNames.has(name) || value === null) continue;
    const number = numberOf(value);
    if (number === undefined) dropped.add(path, name, value);
    else {
      run.metrics.add(name);
      run.history.add(name, number, clock);
    }
  }
}

/**
 * The run that the parts make. A metric that only the summary has (the log was not kept, or was cut) is one point, at the summary's
 * step; of a metric that the log has, the summary adds nothing.
 */
export function finishRun(run: RunParts, path: string, dropped: DroppedCells): RunInput {
  const missing = [...run.summary].filter(([name]) => clockNames.has(name) || (!run.metrics.has(name) && !name.startsWith('_')));
  const step = numberOf(run.summary.get('_step') ?? null) ?? 0;
  addLogged(run, missing, step, path, dropped);
  return {
    id: run.id,
    name: run.name || run.id,
    state: run.state,
    startTime: run.startTime,
    config: run.config,
    history: run.history.finish() ?? {},
  };
}

/** Numbers, also as the texts "NaN" and "Infinity" that some versions write. */
function numberOf(value: JsonValue): number | undefined {
  return typeof value === 'number' ? value : typeof value === 'string' ? numberCell(value) : undefined;
}
