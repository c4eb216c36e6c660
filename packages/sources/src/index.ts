export { readRuns } from './read-runs.js';
export type { ReadProgress, ReadRunsOptions } from './read-runs.js';
export type { ReadResult, SourceFile } from './source-file.js';
