import { RunSourceError } from '@runhue/core';
import { blockEntry, decodeUtf8, paddedLength, type Block } from './blocks.js';
import { compressed, decompressed } from './compress.js';
import { exactJson, parseExactJson, type Json } from './exact-json.js';
import { frameCheck } from './frame-check.js';
import { maxHeadDepth } from './protocol.js';

/**
 * A frame is six 32-bit little-endian words and a payload:
 * `magic` ("RHF1"), `flags` (1: the payload is compressed), `wireBytes` (of the payload as sent), `rawBytes` (of the payload itself), `headBytes`, and
 * `check` (`frameCheck` of the raw payload and the five words before). The raw payload is a head, JSON padded with spaces, and the arrays that
 * the head's `blocks` lists as `[type, length]`, each padded with zeros; all lengths are multiples of eight.
 */
export const headerBytes = 24;
const magic = 0x31464852;
const compressedFlag = 1;

export interface FrameHeader {
  readonly isCompressed: boolean;
  readonly wireBytes: number;
  readonly rawBytes: number;
  readonly headBytes: number;
  readonly words: Uint32Array<ArrayBuffer>;
}

/** A frame's JSON and the bytes of its arrays. */
export interface Frame {
  readonly head: { readonly [field: string]: Json };
  readonly blocks: Uint8Array<ArrayBuffer>;
  /** Of the raw payload. */
  readonly bytes: number;
}

/**
 * The bytes of a frame. Throws a RunSourceError `too-large` where its payload would have more than `maxBytes`.
 */
export async function encodeFrame(
  head: { readonly [field: string]: unknown },
  blocks: readonly Block[],
  { compress, maxBytes }: { readonly compress: boolean; readonly maxBytes: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const json = new TextEncoder().encode(exactJson(blocks.length === 0 ? head : { ...head, blocks: blocks.map(blockEntry) }));
  const headLength = paddedLength(json.length);
  const rawBytes = blocks.reduce((sum, { array }) => sum + paddedLength(array.byteLength), headLength);
  if (rawBytes > maxBytes) throw new RunSourceError('too-large', `The answer has ${rawBytes} bytes; at most ${maxBytes} are sent. Ask for less.`);
  const raw = new Uint8Array(headerBytes + rawBytes);
  raw.set(json, headerBytes);
  raw.fill(32, headerBytes + json.length, headerBytes + headLength);
  let offset = headerBytes + headLength;
  for (const { array } of blocks) {
    raw.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset);
    offset += paddedLength(array.byteLength);
  }
  const wire = compress ? await compressed(raw.subarray(headerBytes)) : null;
  const words = Uint32Array.of(magic, wire === null ? 0 : compressedFlag, wire?.length ?? rawBytes, rawBytes, headLength, 0);
  words[5] = frameCheck(new Uint32Array(raw.buffer, headerBytes), words.subarray(0, 5));
  const header = new Uint8Array(words.buffer);
  if (wire === null) {
    raw.set(header);
    return raw;
  }
  const frame = new Uint8Array(headerBytes + wire.length);
  frame.set(header);
  frame.set(wire, headerBytes);
  return frame;
}

/** Reads the six words. Throws a RunSourceError: `garbled` where they are none, `too-large` beyond `maxBytes`. */
export function decodeHeader(bytes: Uint8Array<ArrayBuffer>, maxBytes: number): FrameHeader {
  const words = new Uint32Array(bytes.slice(0, headerBytes).buffer);
  const [mark = 0, flags = 0, wireBytes = 0, rawBytes = 0, headBytes = 0] = words;
  if (mark !== magic) throw new RunSourceError('garbled', 'an answer does not start as one');
  const isCompressed = flags === compressedFlag;
  if (flags > compressedFlag || rawBytes % 8 !== 0 || headBytes % 8 !== 0 || headBytes > rawBytes || (isCompressed ? wireBytes > rawBytes : wireBytes !== rawBytes)) {
    throw new RunSourceError('garbled', 'the lengths of an answer contradict each other');
  }
  if (rawBytes > maxBytes) {
    throw new RunSourceError('too-large', `an answer says it has ${rawBytes} bytes, of which at most ${maxBytes} are taken (maxAnswerBytes)`);
  }
  return { isCompressed, wireBytes, rawBytes, headBytes, words };
}

/** Reads a payload. Throws a RunSourceError `garbled` where it is not what its header says. */
export async function decodePayload(header: FrameHeader, wire: Uint8Array<ArrayBuffer>): Promise<Frame> {
  const raw = header.isCompressed ? await decompressed(wire, header.rawBytes) : wire;
  if (frameCheck(new Uint32Array(raw.buffer, raw.byteOffset, raw.length / 4), header.words.subarray(0, 5)) !== header.words[5]) {
    throw new RunSourceError('garbled', 'the bytes of an answer are not those that were sent');
  }
  const head = parseExactJson(decodeUtf8(raw.subarray(0, header.headBytes)), maxHeadDepth);
  if (!isObject(head)) throw new RunSourceError('garbled', 'an answer has no head');
  return { head, blocks: raw.subarray(header.headBytes), bytes: raw.length };
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
