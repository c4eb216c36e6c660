import type { RunFormat } from './run-format.js';
import { tensorBoardFormat } from './tensorboard/format.js';
import { wandbCsvFormat } from './wandb-csv/index.js';

/** All formats that `readRuns` tries. */
export const runFormats: readonly RunFormat[] = [tensorBoardFormat, wandbCsvFormat];
