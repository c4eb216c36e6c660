import { type ConfigValue, type HistoryColumns, type RunInput, RunhueError, type SeriesInput } from '@runhue/core';
import { emptyRecord } from '../history/record.js';
import { isJsonObject, isNumberList } from '../json/json-shape.js';
import { type JsonObject, parseJson } from '../json/parse-json.js';

const deepObsMetric = /_(losses|accuracies)$/;

/**
 * Reads a run that is one JSON object: lists of numbers are metrics (the position is the step), everything else is config. Made for
 * DeepOBS (there only `…_losses` and `…_accuracies` are metrics; a learning rate schedule is config) and Keras `history.history`.
 * Bare `NaN` and `Infinity` are values. Throws a `RunhueError` where the text is something else.
 *
 * @param id The run's id; the file's path without `.json`, as a rule.
 */
export function readJsonRun(text: string, id: string): RunInput {
  const json = parseJson(text);
  if (!isJsonObject(json)) throw new RunhueError('The run is no JSON object');
  const lists = Object.keys(json).filter((key) => isNumberList(json[key]));
  if (lists.length === 0) throw new RunhueError('The run has no list of numbers');
  const deepObs = lists.filter((key) => deepObsMetric.test(key));
  const metrics = new Set(deepObs.length > 0 ? deepObs : lists);
  const config = emptyRecord<ConfigValue>();
  for (const [key, value] of Object.entries(json)) if (!metrics.has(key)) config[key] = value;
  return { id, name: nameOf(json, id), config, history: historyOf(json, metrics) };
}

function historyOf(json: JsonObject, metrics: ReadonlySet<string>): HistoryColumns {
  const history = emptyRecord<SeriesInput>();
  for (const metric of metrics) {
    const values = json[metric] as (number | null)[];
    history[metric] = { steps: Float64Array.from(values, (_, step) => step), values };
  }
  return history;
}

/** DeepOBS's file names are long; what a person calls the run is optimizer, learning rate and seed. */
function nameOf({ optimizer, learning_rate: rate, random_seed: seed }: JsonObject, id: string): string {
  if (typeof optimizer !== 'string' || typeof rate !== 'number' || typeof seed !== 'number') return id;
  return `${optimizer.replace(/Optimizer$/, '')} lr ${Number(rate.toPrecision(3))} seed ${seed}`;
}
