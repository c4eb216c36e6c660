import type { MessageEnd } from './messages.js';
import { serveReadRuns } from './serve-read-runs.js';

// A worker's scope can be posted to with a list of what to transfer, as a port can.
serveReadRuns(globalThis as unknown as MessageEnd);
