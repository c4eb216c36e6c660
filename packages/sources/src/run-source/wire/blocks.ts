import { RunSourceError } from '@runhue/core';

/** The name that a frame gives to a type of array. */
type BlockType = 'f64' | 'f32' | 'i32' | 'u32' | 'i16' | 'u16' | 'i8' | 'u8';

interface NumberArray {
  readonly BYTES_PER_ELEMENT: number;
  new (values: ArrayLike<number>): BlockArray;
  new (buffer: ArrayBuffer, byteOffset: number, length: number): BlockArray;
}

type BlockArray = Float64Array | Float32Array | Int32Array | Uint32Array | Int16Array | Uint16Array | Int8Array | Uint8Array;

const arrayTypes: { readonly [type in BlockType]: NumberArray } = {
  f64: Float64Array,
  f32: Float32Array,
  i32: Int32Array,
  u32: Uint32Array,
  i16: Int16Array,
  u16: Uint16Array,
  i8: Int8Array,
  u8: Uint8Array,
};

/** An array of a frame: numbers in the smallest type that holds each exactly, or UTF-8 text. */
export interface Block {
  readonly type: BlockType;
  readonly array: BlockArray;
}

/** A block as a frame's head lists it. */
export type BlockEntry = readonly [type: string, length: number];

/** The numbers as the smallest of eight types in which every one is the same double, -0 and NaN included. */
export function numberBlock(values: ArrayLike<number>): Block {
  const type = smallestType(values);
  if (type === 'f64' && values instanceof Float64Array) return { type, array: values };
  return { type, array: new arrayTypes[type](values) };
}

function smallestType(values: ArrayLike<number>): BlockType {
  let low = 0;
  let high = 0;
  let i = 0;
  for (; i < values.length; i++) {
    const value = values[i] as number;
    if (!Number.isInteger(value) || Object.is(value, -0)) break;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (i === values.length) {
    if (low >= 0 && high <= 0xff) return 'u8';
    if (low >= -0x80 && high <= 0x7f) return 'i8';
    if (low >= 0 && high <= 0xffff) return 'u16';
    if (low >= -0x8000 && high <= 0x7fff) return 'i16';
    if (low >= 0 && high <= 0xffffffff) return 'u32';
    if (low >= -0x80000000 && high <= 0x7fffffff) return 'i32';
  }
  for (i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (Math.fround(value) !== value && !Number.isNaN(value)) return 'f64';
  }
  return 'f32';
}

export function textBlock(text: string): Block {
  return { type: 'u8', array: new TextEncoder().encode(text) };
}

export function blockEntry({ type, array }: Block): BlockEntry {
  return [type, array.length];
}

/** Blocks start at multiples of eight bytes, so that a reader may look at them in place. */
export function paddedLength(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}

/** The blocks of a frame, taken in their order. */
export interface BlockReader {
  /** The next block as doubles of its own. */
  numbers(): Float64Array<ArrayBuffer>;
  /** The next block as integers from 0 to 2³² − 1; anything else is garbled. */
  counts(): Uint32Array<ArrayBuffer>;
  text(): string;
  hasMore(): boolean;
  /** Throws when blocks are left. */
  end(): void;
}

/** Reads the blocks that a head lists in the bytes behind it. Throws a RunSourceError `garbled` unless they fill these bytes exactly. */
export function blockReader(entries: unknown, bytes: Uint8Array<ArrayBuffer>): BlockReader {
  const arrays = placeBlocks(entries, bytes);
  let next = 0;
  const take = (): BlockArray => {
    const array = arrays[next++];
    if (array === undefined) throw new RunSourceError('garbled', `an answer has ${arrays.length} arrays where more belong`);
    return array;
  };
  return {
    numbers: () => new Float64Array(take()),
    counts: () => {
      const array = take();
      const counts = new Uint32Array(array);
      if (!(array instanceof Uint8Array || array instanceof Uint16Array || array instanceof Uint32Array)) {
        throw new RunSourceError('garbled', 'an answer has other numbers where counts belong');
      }
      return counts;
    },
    text: () => {
      const array = take();
      if (!(array instanceof Uint8Array)) throw new RunSourceError('garbled', 'an answer has numbers where text belongs');
      return decodeUtf8(array);
    },
    hasMore: () => next < arrays.length,
    end: () => {
      if (next < arrays.length) throw new RunSourceError('garbled', `an answer has ${arrays.length} arrays where ${next} belong`);
    },
  };
}

function placeBlocks(entries: unknown, bytes: Uint8Array<ArrayBuffer>): readonly BlockArray[] {
  if (!Array.isArray(entries)) throw new RunSourceError('garbled', 'an answer does not list its arrays');
  let offset = 0;
  const arrays = entries.map((entry: unknown) => {
    const [type, length] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
    if (typeof type !== 'string' || !Object.hasOwn(arrayTypes, type) || typeof length !== 'number' || !Number.isSafeInteger(length) || length < 0) {
      throw new RunSourceError('garbled', 'an answer lists an array of no known type or length');
    }
    const ArrayType = arrayTypes[type as BlockType];
    const end = offset + length * ArrayType.BYTES_PER_ELEMENT;
    if (end > bytes.length) throw new RunSourceError('garbled', `an answer lists an array of ${length} numbers, which is more than came`);
    const array = new ArrayType(bytes.buffer, bytes.byteOffset + offset, length);
    offset = paddedLength(end);
    return array;
  });
  if (offset !== bytes.length) throw new RunSourceError('garbled', `an answer has ${bytes.length - offset} bytes that belong to nothing`);
  return arrays;
}

/** Throws a RunSourceError `garbled` for bytes that are no UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new RunSourceError('garbled', 'text of an answer is no UTF-8', { cause: error });
  }
}
