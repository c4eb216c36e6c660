import { RunhueError } from '@runhue/core';
import { decompress } from 'fzstd';

/** Unpacks a page packed with Zstandard: one frame (RFC 8878) of the size that the page's header names. */
export function unzstd(packed: Uint8Array, size: number): Uint8Array {
  checkFrame(packed, size);
  return decompress(packed, new Uint8Array(size));
}

/** Walks the frame's blocks: a second frame would make the decoder write the same page again, thousands of times. */
function checkFrame(packed: Uint8Array, size: number): void {
  const byte = (at: number): number => packed[at] ?? 0;
  const flags = byte(4);
  const single = (flags >> 5) & 1;
  const contentBytes = flags >> 6 === 0 ? single : 1 << (flags >> 6);
  const contentAt = 6 - single + ((1 << (flags & 3)) >> 1);
  if (contentBytes > 0) {
    let content = contentBytes === 2 ? 256 : 0;
    for (let index = 0; index < contentBytes; index++) content += byte(contentAt + index) * 2 ** (8 * index);
    if (content !== size) throw new RunhueError(`a page says that it unpacks to ${size} bytes, its Zstandard frame says ${content}`);
  }
  let at = contentAt + contentBytes;
  for (let last = false; !last; ) {
    if (at + 3 > packed.length) throw new RunhueError('a page ends too early');
    const blockSize = (byte(at) >> 3) | (byte(at + 1) << 5) | (byte(at + 2) << 13);
    last = (byte(at) & 1) === 1;
    at += 3 + (((byte(at) >> 1) & 3) === 1 ? 1 : blockSize);
  }
  if (at + (flags & 4) !== packed.length) throw new RunhueError('a page is not one Zstandard frame');
}
