import { RunSourceError } from '@runhue/core';
import type { SqlEngine } from './sql-engine.js';

/** The same engine, which is told to stop after a time, and then rejects with a RunSourceError (`timeout`). 0: never. */
export function withTimeout(engine: SqlEngine, seconds: number): SqlEngine {
  if (!(seconds > 0)) return engine;
  return {
    ...engine,
    async run(statement, { signal }) {
      const late = new RunSourceError('timeout', `${engine.dialect.name} took longer than ${seconds} s for ${statement.what}. Ask for less, or raise timeoutSeconds.`);
      const stop = new AbortController();
      const pass = (): void => stop.abort(signal?.reason);
      signal?.throwIfAborted();
      signal?.addEventListener('abort', pass, { once: true });
      const timer = setTimeout(() => stop.abort(late), Math.min(seconds * 1000, 2 ** 31 - 1));
      try {
        return await engine.run(statement, { signal: stop.signal });
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', pass);
      }
    },
  };
}
