import { maskedCrc32c } from '../binary/crc32c.js';

const headerBytes = 12;
const footerBytes = 4;

/**
 * What stands at one place of a TFRecord file: a record whose two checksums hold, one whose data are damaged, a record that the
 * file does not hold to its end, or something that is no record at all. `next` is where the following record starts.
 */
export type TfRecord =
  | { readonly kind: 'record' | 'damaged'; readonly start: number; readonly end: number; readonly next: number }
  | { readonly kind: 'cut' | 'junk' };

/**
 * The record at `offset` (tensorflow `lib/io/record_writer.h`): u64 LE length, masked CRC-32C of the length, data, masked CRC-32C of
 * the data. The length is believed only when its checksum holds.
 */
export function tfRecordAt(bytes: Uint8Array, view: DataView, offset: number): TfRecord {
  if (bytes.length - offset < headerBytes) return { kind: 'cut' };
  if (view.getUint32(offset + 8, true) !== maskedCrc32c(bytes, offset, offset + 8)) return { kind: 'junk' };
  const length = view.getUint32(offset, true) + view.getUint32(offset + 4, true) * 2 ** 32;
  const start = offset + headerBytes;
  const end = start + length;
  if (end + footerBytes > bytes.length) return { kind: 'cut' };
  const intact = view.getUint32(end, true) === maskedCrc32c(bytes, start, end);
  return { kind: intact ? 'record' : 'damaged', start, end, next: end + footerBytes };
}

/** True when the file starts with the header of a TFRecord, by its checksum. */
export function startsWithTfRecord(bytes: Uint8Array): boolean {
  if (bytes.length < headerBytes) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.getUint32(8, true) === maskedCrc32c(bytes, 0, 8);
}
