import { RunhueError } from '@runhue/core';
import type { ColumnMetaData, Compressors, SchemaElement } from 'hyparquet';
import { checkHybrid } from './check-hybrid.js';
import { readThriftStruct, type ThriftStruct, type ThriftValue } from './thrift.js';

/** What one page may take when unpacked. */
const maxPageBytes = 64 << 20;
const maxPageRatio = 100;

const dataPage = 0;
const dictionaryPage = 2;
const dataPageV2 = 3;

const plain = 0;
const plainDictionary = 2;
const rle = 3;
const deltaBinaryPacked = 5;
const deltaLengthByteArray = 6;
const rleDictionary = 8;
const byteStreamSplit = 9;

export interface CheckedColumn {
  readonly chunk: ColumnMetaData;
  readonly element: SchemaElement;
  readonly compressors: Compressors;
}

/**
 * Walks the pages of a flat column before they are decoded and says how many values they hold. Throws a RunhueError when sizes, counts
 * or runs lie, when they hold more than `maxValues`, or when codec or encoding cannot be read here.
 */
export function checkPages(bytes: Uint8Array, column: CheckedColumn, maxValues: number): number {
  const { chunk } = column;
  const start = Number(chunk.dictionary_page_offset || chunk.data_page_offset);
  const end = start + Number(chunk.total_compressed_size);
  if (!(start >= 4 && end > start && end <= bytes.length)) throw new RunhueError('its pages would lie outside the file');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let values = 0;
  for (let pos = start; pos < end - 1; ) {
    const header = readThriftStruct(view, pos, end);
    const size = integer(header.struct.get(3));
    if (!(size >= 0 && header.end + size <= end)) throw new RunhueError(`a page of ${size} bytes goes beyond its column`);
    values += checkPage(bytes.subarray(header.end, header.end + size), header.struct, column, maxValues - values);
    pos = header.end + size;
  }
  return values;
}

function checkPage(packed: Uint8Array, header: ThriftStruct, column: CheckedColumn, maxValues: number): number {
  const unpackedSize = integer(header.get(2));
  if (!(unpackedSize >= 0 && unpackedSize <= Math.max(maxPageBytes, packed.length * maxPageRatio))) {
    throw new RunhueError(`a page of ${packed.length} bytes would unpack to ${unpackedSize}`);
  }
  switch (integer(header.get(1))) {
    case dataPage:
      return checkDataPage(packed, unpackedSize, structOf(header.get(5)), column, maxValues);
    case dataPageV2:
      return checkDataPageV2(packed, unpackedSize, structOf(header.get(8)), column, maxValues);
    case dictionaryPage: {
      const count = integer(structOf(header.get(7)).get(1));
      if (!(count >= 0 && count <= unpackedSize * 8)) throw new RunhueError(`a dictionary of ${count} values in ${unpackedSize} bytes`);
      return 0;
    }
    default:
      throw new RunhueError('it has a page of an unknown kind');
  }
}

function checkDataPage(packed: Uint8Array, unpackedSize: number, header: ThriftStruct, column: CheckedColumn, maxValues: number): number {
  const count = checkedCount(header, maxValues);
  const page = unpacked(packed, unpackedSize, column);
  let pos = 0;
  let present = count;
  if (column.element.repetition_type === 'OPTIONAL') {
    if (page.length < 4) throw new RunhueError('a page ends too early');
    pos = 4 + new DataView(page.buffer, page.byteOffset).getUint32(0, true);
    if (pos > page.length) throw new RunhueError('a page ends too early');
    present = checkHybrid(page, 4, 1, count).ones;
  }
  checkValues(page, pos, integer(header.get(2)), present, column, 1);
  return count;
}

function checkDataPageV2(packed: Uint8Array, unpackedSize: number, header: ThriftStruct, column: CheckedColumn, maxValues: number): number {
  const count = checkedCount(header, maxValues);
  const nulls = integer(header.get(2));
  const definitionBytes = integer(header.get(5));
  const repetitionBytes = integer(header.get(6));
  const levelBytes = definitionBytes + repetitionBytes;
  const fits = nulls >= 0 && nulls <= count && definitionBytes >= 0 && repetitionBytes === 0 && levelBytes <= packed.length && levelBytes <= unpackedSize;
  if (!fits) throw new RunhueError(`a page of ${count} values has ${nulls} nulls and ${levelBytes} bytes of levels`);
  if (column.element.repetition_type === 'OPTIONAL') checkHybrid(packed, 0, 1, count);
  const rest = packed.subarray(levelBytes);
  const page = header.get(7) === false ? rest : unpacked(rest, unpackedSize - levelBytes, column);
  checkValues(page, 0, integer(header.get(4)), count - nulls, column, 0);
  return count;
}

function checkedCount(header: ThriftStruct, maxValues: number): number {
  const count = integer(header.get(1));
  if (!(count >= 0)) throw new RunhueError(`a page of ${count} values`);
  if (count > maxValues) throw new RunhueError('it holds more values than `maxCells` allows; raise it if the file is to be trusted');
  return count;
}

function unpacked(packed: Uint8Array, size: number, { chunk: { codec }, compressors }: CheckedColumn): Uint8Array {
  if (codec === 'UNCOMPRESSED') return packed;
  const unpack = compressors[codec];
  if (unpack === undefined) {
    throw new RunhueError(`its columns are packed with ${codec}; write the file with snappy or zstd, or pass \`compressors\` (those of hyparquet-compressors)`);
  }
  return unpack(packed, size);
}

/** `smallestHybrid`: pages of the first kind take values packed in 0 bits for zeros without looking at runs. */
function checkValues(page: Uint8Array, pos: number, encoding: number, count: number, { element }: CheckedColumn, smallestHybrid: number): void {
  if (count === 0) return;
  if (encoding === plain || encoding === byteStreamSplit) return;
  if (encoding === rle && element.type === 'BOOLEAN') checkHybrid(page, pos + 4, 1, count);
  else if (encoding === plainDictionary || encoding === rleDictionary) {
    const bitWidth = page[pos] ?? 0;
    if (bitWidth >= smallestHybrid) checkHybrid(page, pos + 1, bitWidth, count);
  } else if (encoding === deltaBinaryPacked || encoding === deltaLengthByteArray) checkDeltaHead(page, pos);
  else throw new RunhueError(`it has a column of type ${element.type} in an encoding (${encoding}) that is not read here`);
}

/** The head of a delta-packed list: values a block and miniblocks a block, both varints. */
function checkDeltaHead(page: Uint8Array, pos: number): void {
  const [blockSize, next] = varint(page, pos);
  const [miniblocks] = varint(page, next);
  const fits = blockSize > 0 && blockSize <= 1 << 20 && miniblocks > 0 && miniblocks <= 4096 && blockSize % miniblocks === 0;
  if (!fits) throw new RunhueError(`a page has blocks of ${blockSize} values in ${miniblocks} parts`);
}

function varint(bytes: Uint8Array, start: number): [value: number, next: number] {
  let value = 0;
  for (let index = 0; index < 5; index++) {
    const byte = bytes[start + index] ?? 0;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return [value, start + index + 1];
  }
  return [Infinity, start];
}

function integer(value: ThriftValue | undefined): number {
  return typeof value === 'number' ? value : NaN;
}

function structOf(value: ThriftValue | undefined): ThriftStruct {
  return value instanceof Map ? value : new Map();
}
