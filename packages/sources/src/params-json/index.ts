import { type RunInput, RunhueError } from '@runhue/core';
import { isJsonObject } from '../json/json-shape.js';
import { parseJson } from '../json/parse-json.js';
import { baseNameOf } from '../run-path.js';

/** Reads the `params.json` that Ray Tune and RLlib put beside a run's metrics: one JSON object, the run's config. */
export function readParamsJson(text: string, id: string): RunInput {
  const config = parseJson(text);
  if (!isJsonObject(config)) throw new RunhueError('Parameters are a JSON object; this is something else');
  return { id, name: baseNameOf(id), config };
}
