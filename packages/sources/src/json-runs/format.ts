import { readEachFile } from '../read-each-file.js';
import type { RunFormat } from '../run-format.js';
import { decodeText } from '../text/decode-text.js';
import { headText } from '../text/head-text.js';
import { readJsonRun } from './index.js';

const numberListAtTop = /^\s*\{[^{[]*"\s*:\s*\[\s*(-?\d|NaN|-?Infinity|null)/;

/** Runs that are one JSON object with lists of numbers, for `readRuns`. */
export const jsonRunsFormat: RunFormat = {
  name: 'JSON run',
  detect: (file) => (numberListAtTop.test(headText(file)) ? 0.4 : 0),
  read: (files, context) => readEachFile(files, context, (file) => [readJsonRun(decodeText(file.bytes), file.path.replace(/\.json$/i, ''))]),
};
