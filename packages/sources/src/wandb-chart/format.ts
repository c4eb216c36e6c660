import type { RunFormat } from '../run-format.js';
import { csvHeader } from '../text/csv-header.js';
import { readWandbChart } from './index.js';

/** W&B chart exports, for `readRuns`. */
export const wandbChartFormat: RunFormat = {
  name: 'W&B chart CSV',
  detect(file) {
    const names = csvHeader(file)?.names;
    if (names === undefined) return 0;
    const lines = names.slice(1).filter((name) => name.includes(' - '));
    if (lines.some((name) => names.includes(`${name}__MIN`))) return 0.95;
    return lines.length === names.length - 1 ? 0.7 : 0;
  },
  read: readWandbChart,
};
