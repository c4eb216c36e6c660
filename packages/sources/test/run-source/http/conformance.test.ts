import { createRuns } from '@runhue/core';
import { memorySource } from '@runhue/sources/memory-source';
import { describeRunSource } from '../conformance.js';
import { served } from './served.js';

describeRunSource('httpSource → Node server → serveRunSource → memorySource', (runs) => served(memorySource(createRuns(runs.toReversed()))), { generated: 5 });
