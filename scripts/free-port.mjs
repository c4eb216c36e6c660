import { createServer } from 'node:net';

/** The first free port from the one that is wished for. */
export async function freePort(first) {
  for (let candidate = first; candidate < first + 100; candidate += 1) {
    if (await isFree(candidate)) return candidate;
  }
  throw new Error(`No free port from ${first} to ${first + 99}; name another one: PORT=8080`);
}

function isFree(candidate) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(candidate, () => server.close(() => resolve(true)));
  });
}
