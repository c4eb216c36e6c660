import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';

/** The tag of a field as it stands in the bytes: number and wire type in one. */
export function fieldTag(fieldNo: number, wireType: WireType): number {
  return (fieldNo << 3) | wireType;
}

/**
 * Reads the fields up to `end`: `readField` gets each tag and returns false for one that it does not know, which is then skipped.
 * Throws an Error when the bytes are no message or a field goes beyond `end`; `decoded` turns that into a null.
 */
export function readFields(reader: BinaryReader, end: number, readField: (tag: number) => boolean): void {
  while (reader.pos < end) {
    const tag = reader.uint32();
    if (tag >>> 3 === 0) throw new Error('field number 0');
    if (!readField(tag)) reader.skip(tag & 7, tag >>> 3);
  }
  if (reader.pos !== end) throw new Error('a field goes beyond its message');
}

/** Reads the length of an embedded message or packed list and returns where it ends. */
export function enterLengthDelimited(reader: BinaryReader): number {
  const length = reader.uint32();
  const end = reader.pos + length;
  if (end > reader.len) throw new Error('a length goes beyond the bytes');
  return end;
}

/** The result of `decode` over the bytes, or null when they are no such message. Never throws. */
export function decoded<T>(bytes: Uint8Array, decode: (reader: BinaryReader) => T): T | null {
  try {
    return decode(new BinaryReader(bytes));
  } catch {
    return null;
  }
}
