import type { RunInput } from '@runhue/core';
import type { DroppedCells } from '../history/dropped-cells.js';
import { flattenJson } from '../json/flatten-json.js';
import { isJsonObject } from '../json/json-shape.js';
import type { JsonObject, JsonValue } from '../json/parse-json.js';
import { planTable, type TablePlan } from './table-plan.js';
import { tableRows, type TableRows, type TableSource } from './table-rows.js';

/** Takes rows of JSON objects and makes runs of them. */
export interface JsonRows {
  add(row: JsonObject): void;
  finish(dropped: DroppedCells): RunInput[];
}

const configKeys = new Set(['config', 'params', 'hparams', 'hyperparameters', 'args']);
const rowsToPlanWith = 500;

/**
 * Rows of JSON objects, one logging call each. Nested objects are flattened with "/"; what is under `config`, `params`, `hparams`,
 * `hyperparameters` or `args` is config. The columns of the first 500 rows decide which is the step.
 */
export function jsonRows(chosen: Partial<TablePlan>, source: TableSource): JsonRows {
  let waiting: [string, JsonValue][][] = [];
  let table: TableRows | undefined;
  const flush = (): TableRows => {
    const names = new Map(waiting.flatMap((cells) => cells.filter(([, value]) => value !== null)));
    table ??= tableRows(planTable([...names.keys()], chosen), source);
    for (const cells of waiting) table.add(cells.map(([name]) => name), cells.map(([, value]) => value));
    waiting = [];
    return table;
  };
  return {
    add(row) {
      waiting.push(cellsOf(row));
      if (table !== undefined || waiting.length >= rowsToPlanWith) flush();
    },
    finish: (dropped) => flush().finish(dropped),
  };
}

function cellsOf(row: JsonObject): [string, JsonValue][] {
  const cells: [string, JsonValue][] = [];
  for (const [key, value] of Object.entries(row)) {
    if (!isJsonObject(value)) cells.push([key, value]);
    else if (configKeys.has(key)) for (const [name, setting] of Object.entries(value)) cells.push([`config/${name}`, setting]);
    else for (const [path, leaf] of flattenJson(value, '/')) cells.push([`${key}/${path}`, leaf]);
  }
  return cells;
}
