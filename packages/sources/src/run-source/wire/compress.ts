import { RunSourceError } from '@runhue/core';
import { compression } from './protocol.js';

const smallest = 1024;
const sampleBytes = 16 * 1024;
const worthwhile = 0.7;

/** The bytes compressed, or null where that saves less than 30 % (judged by four samples of the bytes) or there are next to none. */
export async function compressed(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null> {
  if (bytes.length < smallest || typeof CompressionStream === 'undefined') return null;
  if (bytes.length > 8 * sampleBytes) {
    const sample = samples(bytes);
    if ((await deflate(sample)).length > worthwhile * sample.length) return null;
  }
  const result = await deflate(bytes);
  return result.length <= worthwhile * bytes.length ? result : null;
}

function samples(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const sample = new Uint8Array(4 * sampleBytes);
  for (let i = 0; i < 4; i++) {
    const start = Math.floor(((bytes.length - sampleBytes) * i) / 3);
    sample.set(bytes.subarray(start, start + sampleBytes), i * sampleBytes);
  }
  return sample;
}

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return through(new CompressionStream(compression), bytes, Infinity);
}

/** Whether this environment can undo it; some browsers know other compressions only. */
export function canDecompress(): boolean {
  try {
    return 'writable' in new DecompressionStream(compression);
  } catch {
    return false;
  }
}

/** Deflate cannot do better than this (RFC 1951: 258 bytes for two bits), so a larger claim is a lie. */
const bestRatio = 1032;

/** Undoes `compressed`. Throws a RunSourceError `garbled` unless exactly `length` bytes come out; never holds more than that. */
export async function decompressed(bytes: Uint8Array<ArrayBuffer>, length: number): Promise<Uint8Array<ArrayBuffer>> {
  if (length > bytes.length * bestRatio) throw new RunSourceError('garbled', `${bytes.length} bytes claim to be ${length}`);
  let result: Uint8Array<ArrayBuffer>;
  try {
    result = await through(new DecompressionStream(compression), bytes, length);
  } catch (error) {
    if (error instanceof RunSourceError) throw error;
    throw new RunSourceError('garbled', 'compressed bytes are damaged', { cause: error });
  }
  if (result.length !== length) throw new RunSourceError('garbled', `compressed bytes give ${result.length} where ${length} were said`);
  return result;
}

async function through(stream: CompressionStream | DecompressionStream, bytes: Uint8Array<ArrayBuffer>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const writer = stream.writable.getWriter();
  // What goes wrong while writing is also the reader's error, so it is seen there.
  const written = writer.write(bytes).then(() => writer.close());
  written.catch(() => undefined);
  const tooMuch = (): RunSourceError => new RunSourceError('garbled', `compressed bytes give more than the ${limit} that were said`);
  const bytesOut = await readBytes(stream.readable as ReadableStream<Uint8Array>, limit, tooMuch);
  await written;
  return bytesOut;
}

/** All bytes of a stream; once there are more than `limit`, the stream is let go and `tooMuch` is thrown. */
export async function readBytes(stream: ReadableStream<Uint8Array>, limit: number, tooMuch: () => RunSourceError): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joinBytes(chunks, size);
    size += value.length;
    if (size > limit) {
      reader.cancel().catch(() => undefined);
      throw tooMuch();
    }
    chunks.push(value);
  }
}

export function joinBytes(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    joined.set(chunk, offset);
    offset += chunk.length;
  }
  return joined;
}
