export { packRuns } from './pack-runs.js';
export { readPackedRuns } from './read-packed-runs.js';
