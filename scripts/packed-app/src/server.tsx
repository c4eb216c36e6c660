import { RunWorkspace } from '@runhue/react';
import { readRuns } from '@runhue/sources';
import { renderToString } from 'react-dom/server';
import { runs } from './runs.js';

export const html: string = renderToString(<RunWorkspace runs={runs} metrics={['acc']} theme="light" />);
export const reader: typeof readRuns = readRuns;
