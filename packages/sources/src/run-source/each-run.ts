const sliceMs = 12;

/** Visits items one by one, lets others in every few milliseconds, and rejects with the signal's reason once it is aborted. */
export async function eachRun<T>(items: Iterable<T>, signal: AbortSignal | undefined, visit: (item: T) => void): Promise<void> {
  signal?.throwIfAborted();
  let since = performance.now();
  for (const item of items) {
    if (performance.now() - since > sliceMs) {
      await new Promise((resolve) => {
        setTimeout(resolve, 0);
      });
      since = performance.now();
    }
    signal?.throwIfAborted();
    visit(item);
  }
}
