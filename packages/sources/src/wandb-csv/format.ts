import type { RunFormat } from '../run-format.js';
import { isWandbHistory } from './history-csv.js';
import { readWandbCsv } from './index.js';
import { isWandbTable } from './run-table.js';

/** W&B run tables and `run.history()` files, for `readRuns`. */
export const wandbCsvFormat: RunFormat = {
  name: 'W&B CSV',
  detect: (file) => (isWandbHistory(file) || isWandbTable(file) ? 0.8 : 0),
  read: readWandbCsv,
};
