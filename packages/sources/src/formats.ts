import { jsonRunsFormat } from './json-runs/format.js';
import { packedRunsFormat } from './packed-runs/format.js';
import { mlflowFormat } from './mlflow/format.js';
import type { RunFormat } from './run-format.js';
import { tensorBoardFormat } from './tensorboard/format.js';
import { wandbChartFormat } from './wandb-chart/index.js';
import { wandbCsvFormat } from './wandb-csv/index.js';

/** All formats that `readRuns` tries. */
export const runFormats: readonly RunFormat[] = [
  mlflowFormat,
  tensorBoardFormat,
  wandbChartFormat,
  wandbCsvFormat,
  jsonRunsFormat,
  packedRunsFormat,
];
