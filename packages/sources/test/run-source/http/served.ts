import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { RunSource } from '@runhue/core';
import { httpSource, type HttpSource, type HttpSourceOptions } from '@runhue/sources/http-source';
import { serveRunSource, type ServeOptions } from '@runhue/sources/serve-source';
import { toNodeListener } from '@runhue/sources/serve-source-node';

/** A server on a socket of this machine. */
export interface Listening {
  readonly url: string;
  readonly server: Server;
  /** Ends it with all its connections. */
  stop(): Promise<void>;
}

export async function listen(listener: RequestListener, port = 0): Promise<Listening> {
  const server = createServer(listener);
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/runs`,
    server,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** A source behind a real server; closing it ends the server too. */
export async function served(source: RunSource, serve: ServeOptions = {}, ask: HttpSourceOptions = {}): Promise<HttpSource & Listening> {
  const listening = await listen(toNodeListener(serveRunSource(source, { onError: () => undefined, ...serve })));
  const asking = await httpSource(listening.url, ask);
  const close = async (): Promise<void> => {
    await asking.close();
    await listening.stop();
  };
  return { ...asking, ...listening, close };
}
