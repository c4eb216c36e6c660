import type { RunFormat } from '../run-format.js';

/** Parquet files as `readRuns` sees them: by their first four bytes. */
export const parquetFormat: RunFormat = {
  name: 'Parquet',
  detect: ({ bytes }) => (bytes[0] === 0x50 && bytes[1] === 0x41 && bytes[2] === 0x52 && bytes[3] === 0x31 ? 1 : 0),
  async read(files, context) {
    const { readParquetFiles } = await import('./read-parquet.js');
    return readParquetFiles(files, {}, context);
  },
};
