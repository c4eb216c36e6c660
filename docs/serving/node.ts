import { createServer, type Server } from 'node:http';
import type { RunSource } from '@runhue/core';
import { serveRunSource } from '@runhue/sources/serve-source';
import { toNodeListener } from '@runhue/sources/serve-source-node';

export function createApp(source: RunSource, isAllowed: (request: Request) => boolean): Server {
  return createServer(toNodeListener(serveRunSource(source, { authorize: isAllowed })));
}
