import { RunWorkspace } from '@runhue/react';
import '@runhue/react/styles.css';
import { createRoot } from 'react-dom/client';
import { runs } from './runs.js';

const root = document.getElementById('root');
if (root) createRoot(root).render(<RunWorkspace runs={runs} metrics={['acc']} theme="light" />);
