import { expect } from 'vitest';

/** Waits for what another end of a connection does, on a slow machine too. */
export function eventually<T>(read: () => T): ReturnType<typeof expect.poll<T>> {
  return expect.poll(read, { timeout: 30_000 });
}
