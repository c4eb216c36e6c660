import type { RunFormat } from '../run-format.js';
import { headText } from '../text/head-text.js';
import { readTrainerState } from './index.js';

/** Trainer states, for `readRuns`. */
export const trainerStateFormat: RunFormat = {
  name: 'Hugging Face trainer state',
  detect(file) {
    const head = headText(file);
    return /^\s*\{/.test(head) && /"log_history"\s*:\s*\[/.test(head) ? 0.9 : 0;
  },
  read: readTrainerState,
};
