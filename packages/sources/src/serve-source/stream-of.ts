/** A stream of what a generator yields, pulled as the reader takes it. `onEnd` is called once it is over, whoever ended it. */
export function streamOf(chunks: AsyncGenerator<Uint8Array<ArrayBuffer>, void, void>, onEnd: () => void): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: async (controller) => {
      try {
        const { done, value } = await chunks.next();
        if (done !== true) return controller.enqueue(value);
        onEnd();
        controller.close();
      } catch (error) {
        onEnd();
        throw error;
      }
    },
    cancel: () => {
      // First the signals, so that a generator that waits for an engine can end.
      onEnd();
      chunks.return().catch(() => undefined);
    },
  });
}
