import { baseNameOf } from '../run-path.js';
import type { RunFormat } from '../run-format.js';
import { readWithPauses } from '../stepwise.js';
import { startsWithTfRecord } from './tf-record.js';

/** Event files as `readRuns` sees them: by the checksum of the first record, else by the name. */
export const tensorBoardFormat: RunFormat = {
  name: 'TensorBoard event files',
  detect: ({ path, bytes }) => (startsWithTfRecord(bytes) ? 1 : baseNameOf(path).includes('.tfevents.') ? 0.9 : 0),
  async read(files, context) {
    const { readingEventFiles } = await import('./read-event-files.js');
    return readWithPauses(readingEventFiles(files), context);
  },
};
