import type { RunFormat } from '../run-format.js';
import { kindOf } from './file-kind.js';

/** W&B run directories, for `readRuns`. */
export const wandbDirFormat: RunFormat = {
  name: 'W&B run directory',
  detect: (file) => kindOf(file) !== null,
  async read(files, context) {
    const { readWandbDir } = await import('./index.js');
    return readWandbDir(files, context);
  },
};
