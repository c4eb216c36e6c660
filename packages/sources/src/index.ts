export { readRuns } from './read-runs.js';
export type { ReadProgress, ReadRunsOptions } from './read-runs.js';
export type { ReadContext } from './run-format.js';
export type { ReadResult, SourceFile } from './source-file.js';
export type { MessageEnd, WorkerFile } from './worker/messages.js';
export { readRunsInWorker } from './worker/read-runs-in-worker.js';
export { serveReadRuns } from './worker/serve-read-runs.js';
