import type { RunSource } from '@runhue/core';
import { serveRunSource } from '@runhue/sources/serve-source';
import { Hono } from 'hono';

export function createApp(source: RunSource, isAllowed: (request: Request) => boolean): Hono {
  const app = new Hono();
  const handler = serveRunSource(source, { authorize: isAllowed });
  app.all('/api/runs', (context) => handler(context.req.raw));
  return app;
}
