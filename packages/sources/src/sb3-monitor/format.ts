import type { RunFormat } from '../run-format.js';
import { headText } from '../text/head-text.js';
import { readSb3Monitor } from './index.js';

/** Monitor files, for `readRuns`. */
export const sb3MonitorFormat: RunFormat = {
  name: 'Stable-Baselines3 monitor',
  detect: (file) => (/^#\s*\{[^\n]*"t_start"/.test(headText(file)) ? 0.95 : 0),
  read: readSb3Monitor,
};
