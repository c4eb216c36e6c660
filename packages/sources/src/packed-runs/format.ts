import { readEachFile } from '../read-each-file.js';
import type { RunFormat } from '../run-format.js';
import { decodeText } from '../text/decode-text.js';
import { headText } from '../text/head-text.js';
import { readPackedRuns } from './read-packed-runs.js';

/** Files of `packRuns`, for `readRuns`. */
export const packedRunsFormat: RunFormat = {
  name: 'packed runs',
  detect: (file) => headText(file).startsWith('{"format":"runhue-packed-runs"'),
  read: (files, context) => readEachFile(files, context, (file) => readPackedRuns(decodeText(file.bytes))),
};
