import type { RunSource } from '@runhue/core';
import { serveRunSource } from '@runhue/sources/serve-source';
import { toNodeListener } from '@runhue/sources/serve-source-node';
import express, { type Express } from 'express';

export function createApp(source: RunSource, isAllowed: (request: Request) => boolean): Express {
  const app = express();
  app.all('/api/runs', toNodeListener(serveRunSource(source, { authorize: isAllowed })));
  return app;
}
