import { type RunInput, RunhueError } from '@runhue/core';
import { isJsonObject } from '../json/json-shape.js';
import { parseJson } from '../json/parse-json.js';
import { readEachFile } from '../read-each-file.js';
import type { RunFormat } from '../run-format.js';
import { baseNameOf, runIdOfFolder } from '../run-path.js';
import { decodeText } from '../text/decode-text.js';
import { headText } from '../text/head-text.js';

/** Reads the `params.json` that Ray Tune and RLlib put beside a run's metrics: one JSON object, the run's config. */
export function readParamsJson(text: string, id: string): RunInput {
  const config = parseJson(text);
  if (!isJsonObject(config)) throw new RunhueError('Parameters are a JSON object; this is something else');
  return { id, name: baseNameOf(id), config };
}

/** Parameters beside other files of a run, for `readRuns`. */
export const paramsJsonFormat: RunFormat = {
  name: 'params.json',
  detect: (file) => (baseNameOf(file.path) === 'params.json' && /^\s*\{/.test(headText(file)) ? 0.8 : 0),
  read: (files, context) => readEachFile(files, context, (file) => [readParamsJson(decodeText(file.bytes), runIdOfFolder(file.path))]),
};
