import { crc32 } from './crc32.js';

/** What a `.wandb` file holds between two checks: a record's bytes, or bytes that are damaged. */
export type LogPart = { readonly kind: 'record'; readonly bytes: Uint8Array } | { readonly kind: 'damage'; readonly at: number; readonly reason: string };

const headerLength = 7;
const blockLength = 32 * 1024;
const chunkHeaderLength = 7;
const full = 1;
const middle = 3;
const last = 4;

/** True for the 7 bytes that a `.wandb` file starts with: `:W&B`, 0xBEE1, version 0. */
export function startsWandbLog(bytes: Uint8Array): boolean {
  return [0x3a, 0x57, 0x26, 0x42, 0xe1, 0xbe, 0x00].every((byte, i) => bytes[i] === byte);
}

/**
 * The records of a `.wandb` file (wandb `datastore.py`, the LevelDB log format): blocks of 32 KiB counted from the file's start, chunks of
 * CRC-32, length, type and data that never cross a block. After damage it goes on at the next block. A file that ends inside a record (the run is
 * still going on, or was killed) just ends.
 */
export function* logRecords(bytes: Uint8Array): Generator<LogPart, void> {
  let at = headerLength;
  let pieces: Uint8Array[] = [];
  while (at + chunkHeaderLength <= bytes.length) {
    const blockEnd = (Math.floor(at / blockLength) + 1) * blockLength;
    if (blockEnd - at < chunkHeaderLength) {
      at = blockEnd;
      continue;
    }
    const start = at + chunkHeaderLength;
    const end = start + ((bytes[at + 4] ?? 0) | ((bytes[at + 5] ?? 0) << 8));
    const type = bytes[at + 6] ?? 0;
    const isFiller = type === 0 && end === start;
    if (end > bytes.length && end <= blockEnd) return;
    const damage = isFiller ? null : chunkDamage(bytes, at, end, blockEnd, type);
    if (damage !== null) yield { kind: 'damage', at, reason: damage };
    if (damage !== null || isFiller) {
      pieces = [];
      at = blockEnd;
      continue;
    }
    const data = bytes.subarray(start, end);
    const continues = type === middle || type === last;
    if (continues !== pieces.length > 0) {
      yield { kind: 'damage', at, reason: continues ? 'a record has no beginning' : 'a record has no end' };
      pieces = [];
    }
    at = end;
    if (continues && pieces.length === 0) continue;
    if (type === full) yield { kind: 'record', bytes: data };
    else pieces.push(data);
    if (type === last) {
      yield { kind: 'record', bytes: joined(pieces) };
      pieces = [];
    }
  }
}

function chunkDamage(bytes: Uint8Array, at: number, end: number, blockEnd: number, type: number): string | null {
  if (end > blockEnd) return 'a record is longer than its block';
  const stored = ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)) >>> 0;
  if (stored !== crc32(bytes, at + 6, end)) return 'a checksum is wrong';
  return type < full || type > last ? `a record has the unknown type ${type}` : null;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
