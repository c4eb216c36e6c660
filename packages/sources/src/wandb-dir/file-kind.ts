import { baseNameOf } from '../run-path.js';
import type { SourceFile } from '../source-file.js';
import { headText } from '../text/head-text.js';
import { startsWandbLog } from './log-records.js';

/** Which file of a W&B run directory this is, null for any other. */
export function kindOf(file: SourceFile): 'log' | 'config' | 'summary' | null {
  if (startsWandbLog(file.bytes)) return 'log';
  const name = baseNameOf(file.path);
  if (name === 'wandb-summary.json') return 'summary';
  return name === 'config.yaml' && /^(wandb_version:|_wandb:|[^\s#][^\n]*:\r?\n\s+(desc|value):)/m.test(headText(file)) ? 'config' : null;
}
