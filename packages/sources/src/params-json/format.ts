import { readEachFile } from '../read-each-file.js';
import type { RunFormat } from '../run-format.js';
import { baseNameOf, runIdOfFolder } from '../run-path.js';
import { decodeText } from '../text/decode-text.js';
import { headText } from '../text/head-text.js';
import { readParamsJson } from './index.js';

/** Parameters beside other files of a run, for `readRuns`. */
export const paramsJsonFormat: RunFormat = {
  name: 'params.json',
  detect: (file) => (baseNameOf(file.path) === 'params.json' && /^\s*\{/.test(headText(file)) ? 0.8 : 0),
  read: (files, context) => readEachFile(files, context, (file) => [readParamsJson(decodeText(file.bytes), runIdOfFolder(file.path))]),
};
