import { RunhueError } from '@runhue/core';

/** A struct's fields by number. Binaries are skipped and read as null. */
export type ThriftStruct = ReadonlyMap<number, ThriftValue>;
export type ThriftValue = number | boolean | null | ThriftStruct | readonly ThriftValue[];

const deepest = 24;
const longestVarint = 10;

interface ThriftReader {
  readonly view: DataView;
  readonly end: number;
  pos: number;
}

/**
 * Reads one struct in Thrift's compact protocol, as Parquet's footer and page headers are written. Throws a RunhueError on anything
 * that would make a trusting parser slow or large: varints beyond 64 bits, lists longer than the bytes left, deep nesting.
 */
export function readThriftStruct(view: DataView, start: number, end: number): { struct: ThriftStruct; end: number } {
  const reader = { view, end, pos: start };
  const struct = readStruct(reader, 0);
  return { struct, end: reader.pos };
}

function readStruct(reader: ThriftReader, depth: number): ThriftStruct {
  if (depth > deepest) throw new RunhueError('its header is nested too deeply');
  const fields = new Map<number, ThriftValue>();
  for (let id = 0; ; ) {
    const byte = readByte(reader);
    const type = byte & 0x0f;
    if (type === 0) return fields;
    id = byte >> 4 === 0 ? zigZag(readVarint(reader)) : id + (byte >> 4);
    fields.set(id, readValue(reader, type, depth));
  }
}

function readValue(reader: ThriftReader, type: number, depth: number): ThriftValue {
  switch (type) {
    case 1:
      return true;
    case 2:
      return false;
    case 3:
      return (readByte(reader) << 24) >> 24;
    case 4:
    case 5:
    case 6:
      return zigZag(readVarint(reader));
    case 7:
      skip(reader, 8);
      return null;
    case 8:
      skip(reader, readVarint(reader));
      return null;
    case 9:
      return readList(reader, depth);
    case 12:
      return readStruct(reader, depth + 1);
    default:
      throw new RunhueError(`its header has a field of the unknown type ${type}`);
  }
}

function readList(reader: ThriftReader, depth: number): readonly ThriftValue[] {
  const byte = readByte(reader);
  const length = byte >> 4 === 15 ? readVarint(reader) : byte >> 4;
  const type = (byte & 0x0f) <= 2 ? 3 : byte & 0x0f;
  if (length > reader.end - reader.pos) throw new RunhueError(`its header names a list of ${length} items, more than there are bytes`);
  const items: ThriftValue[] = [];
  while (items.length < length) items.push(readValue(reader, type, depth));
  return items;
}

function readByte(reader: ThriftReader): number {
  if (reader.pos >= reader.end) throw new RunhueError('its header ends too early');
  return reader.view.getUint8(reader.pos++);
}

function skip(reader: ThriftReader, length: number): void {
  if (length > reader.end - reader.pos) throw new RunhueError(`its header has a text of ${length} bytes, more than there are`);
  reader.pos += length;
}

/** An unsigned varint of at most 64 bits, beyond 2^53 rounded. */
function readVarint(reader: ThriftReader): number {
  let value = 0;
  for (let index = 0; index < longestVarint; index++) {
    const byte = readByte(reader);
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return value;
  }
  throw new RunhueError('its header has a number of more than 64 bits');
}

function zigZag(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}
