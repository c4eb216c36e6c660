import { createRuns } from '@runhue/core';
import { memorySource } from '@runhue/sources/memory-source';
import { describeRunSource } from './conformance.js';

// Against itself in another order: the checks that do not ask the oracle (lines, searches, refusals) hold it to the port.
describeRunSource('memorySource', (runs) => Promise.resolve(memorySource(createRuns(runs.toReversed()))), { generated: 60 });
