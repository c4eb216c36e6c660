import type { RunFormat } from './run-format.js';

/** All formats that `readRuns` tries. */
export const runFormats: readonly RunFormat[] = [];
