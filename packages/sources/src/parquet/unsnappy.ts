import { RunhueError } from '@runhue/core';

/** A copy of at most 64 bytes takes two bytes or more. */
const maxRatio = 32;

/**
 * Unpacks a page packed with Snappy (google/snappy, format_description.txt). The library's own decoder takes a literal's length for
 * a signed number, so that a damaged page can send it backwards for ever; this one refuses what does not fit.
 */
export function unsnappy(packed: Uint8Array, size: number): Uint8Array {
  const { value: unpackedSize, next } = littleVarint(packed);
  if (unpackedSize !== size) throw new RunhueError(`a page says that it unpacks to ${size} bytes, its Snappy data say ${unpackedSize}`);
  if (size > packed.length * maxRatio) throw damaged();
  const page = new Uint8Array(size);
  let pos = next;
  let length = 0;
  let filled = 0;
  while (pos < packed.length) {
    const tag = packed[pos++] ?? 0;
    if ((tag & 3) === 0) {
      const extra = Math.max(0, (tag >> 2) - 59);
      length = extra === 0 ? (tag >> 2) + 1 : littleEndian(packed, pos, extra) + 1;
      pos += extra;
      if (length > packed.length - pos || length > size - filled) throw damaged();
      page.set(packed.subarray(pos, pos + length), filled);
      pos += length;
    } else {
      const offsetBytes = [0, 1, 2, 4][tag & 3] ?? 0;
      length = offsetBytes === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
      const offset = littleEndian(packed, pos, offsetBytes) + (offsetBytes === 1 ? (tag >> 5) * 256 : 0);
      pos += offsetBytes;
      if (offset === 0 || offset > filled || length > size - filled) throw damaged();
      copyBack(page, filled, offset, length);
    }
    filled += length;
  }
  if (filled !== size) throw damaged();
  return page;
}

/** A copy may overlap what it writes: then it repeats. */
function copyBack(page: Uint8Array, at: number, offset: number, length: number): void {
  if (offset >= length) page.copyWithin(at, at - offset, at - offset + length);
  else for (let index = at; index < at + length; index++) page[index] = page[index - offset] ?? 0;
}

function littleEndian(bytes: Uint8Array, start: number, count: number): number {
  if (start + count > bytes.length) throw damaged();
  let value = 0;
  for (let index = 0; index < count; index++) value += (bytes[start + index] ?? 0) * 2 ** (8 * index);
  return value;
}

function littleVarint(bytes: Uint8Array): { value: number; next: number } {
  let value = 0;
  for (let index = 0; index < 5; index++) {
    const byte = bytes[index];
    if (byte === undefined) break;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value, next: index + 1 };
  }
  throw damaged();
}

function damaged(): RunhueError {
  return new RunhueError('a page packed with Snappy is damaged');
}
