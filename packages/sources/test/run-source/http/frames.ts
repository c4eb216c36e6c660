/** Frames taken apart and made anew by what the protocol says, and by nothing that the package exports. */
interface TestFrame {
  readonly head: { [field: string]: unknown };
  readonly blocks: Uint8Array;
}

const headerBytes = 24;

/** The frames of an answer that is not compressed. */
export function framesOf(answer: Uint8Array): TestFrame[] {
  const frames: TestFrame[] = [];
  for (let at = 0; at < answer.length; ) {
    const [, , wireBytes = 0, , headBytes = 0] = new Uint32Array(answer.slice(at, at + headerBytes).buffer);
    const payload = answer.slice(at + headerBytes, at + headerBytes + wireBytes);
    frames.push({ head: JSON.parse(new TextDecoder().decode(payload.subarray(0, headBytes))) as TestFrame['head'], blocks: payload.slice(headBytes) });
    at += headerBytes + wireBytes;
  }
  return frames;
}

export function answerOf(frames: readonly TestFrame[]): Uint8Array<ArrayBuffer> {
  return joined(frames.map(({ head, blocks }) => frameOf(padded(new TextEncoder().encode(JSON.stringify(head))), blocks)));
}

/** A frame with a true check over any head and blocks. */
export function frameOf(head: Uint8Array, blocks: Uint8Array): Uint8Array<ArrayBuffer> {
  const payload = joined([head, blocks]);
  const words = Uint32Array.of(0x31464852, 0, payload.length, payload.length, head.length, 0);
  words[5] = murmur3(new Uint32Array(joined([payload, new Uint8Array(words.buffer, 0, 20)]).buffer));
  return joined([new Uint8Array(words.buffer), payload]);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((offset, part) => (all.set(part, offset), offset + part.length), 0);
  return all;
}

function padded(bytes: Uint8Array): Uint8Array {
  const all = new Uint8Array(Math.ceil(bytes.length / 8) * 8).fill(32);
  all.set(bytes);
  return all;
}

function murmur3(words: Uint32Array): number {
  const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by));
  let hash = 0;
  for (const word of words) hash = (Math.imul(rotate(hash ^ Math.imul(rotate(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593), 13), 5) + 0xe6546b64) | 0;
  hash ^= words.length * 4;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
