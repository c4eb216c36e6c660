import { RunSourceError } from '@runhue/core';
import { joinBytes } from './compress.js';
import { decodeHeader, decodePayload, headerBytes, type Frame } from './frame.js';

/**
 * The frames of a stream, each as soon as it is whole. Memory is taken as bytes come, never by what a header claims. Throws a
 * RunSourceError: `interrupted` where the stream breaks off inside a frame, else what `decodeHeader` and `decodePayload` throw.
 */
export async function* readFrames(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Frame, void, void> {
  const reader = byteReader(chunks);
  for (;;) {
    const start = await reader.take(headerBytes);
    if (start.length === 0) return;
    if (start.length < headerBytes) throw new RunSourceError('interrupted', `the answer broke off after ${reader.taken()} bytes`);
    const header = decodeHeader(start, maxBytes);
    const wire = await reader.take(header.wireBytes);
    if (wire.length < header.wireBytes) throw new RunSourceError('interrupted', `the answer broke off after ${reader.taken()} bytes`);
    yield await decodePayload(header, wire);
  }
}

interface ByteReader {
  /** The next bytes, fewer at the end, in a buffer of their own that starts with them. */
  take(count: number): Promise<Uint8Array<ArrayBuffer>>;
  taken(): number;
}

function byteReader(chunks: AsyncIterable<Uint8Array>): ByteReader {
  const iterator = chunks[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array(0);
  let taken = 0;
  return {
    taken: () => taken,
    take: async (count) => {
      const parts: Uint8Array[] = [];
      let size = 0;
      while (size < count) {
        if (rest.length === 0) {
          const { done, value } = await iterator.next();
          if (done === true) break;
          rest = value;
          continue;
        }
        const part = rest.subarray(0, count - size);
        parts.push(part);
        size += part.length;
        rest = rest.subarray(part.length);
      }
      taken += size;
      return joinBytes(parts, size);
    },
  };
}
