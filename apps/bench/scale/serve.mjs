import { createServer } from 'node:http';

/** Serves a source on this machine; `bytes()` is what has gone over the wire to clients so far, headers included. */
export async function serve({ serveRunSource, toNodeListener }, source) {
  const server = createServer(toNodeListener(serveRunSource(source, { timeoutMs: 600_000 })));
  const sockets = new Set();
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    bytes: () => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, 0),
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
