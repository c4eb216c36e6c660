import { hparamsYamlFormat } from './hparams-yaml/format.js';
import { jsonRunsFormat } from './json-runs/format.js';
import { packedRunsFormat } from './packed-runs/format.js';
import { mlflowFormat } from './mlflow/format.js';
import { paramsJsonFormat } from './params-json/format.js';
import { sb3MonitorFormat } from './sb3-monitor/format.js';
import { csvTableFormat } from './tabular/csv-table-format.js';
import { jsonRowsFormat } from './tabular/json-rows-format.js';
import { parquetFormat } from './parquet/format.js';
import type { RunFormat } from './run-format.js';
import { tensorBoardFormat } from './tensorboard/format.js';
import { trainerStateFormat } from './trainer-state/format.js';
import { wandbChartFormat } from './wandb-chart/format.js';
import { wandbCsvFormat } from './wandb-csv/format.js';
import { wandbDirFormat } from './wandb-dir/format.js';

/** All formats that `readRuns` tries. */
export const runFormats: readonly RunFormat[] = [
  mlflowFormat,
  parquetFormat,
  tensorBoardFormat,
  wandbChartFormat,
  wandbCsvFormat,
  wandbDirFormat,
  jsonRunsFormat,
  packedRunsFormat,
  sb3MonitorFormat,
  trainerStateFormat,
  paramsJsonFormat,
  hparamsYamlFormat,
  csvTableFormat,
  jsonRowsFormat,
];
