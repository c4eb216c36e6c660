import { WireType, type BinaryReader } from '@bufbuild/protobuf/wire';
import { enterLengthDelimited, fieldTag, readFields } from '../binary/wire.js';

/** What of a TensorProto matters for a scalar (tensorflow `core/framework/tensor.proto`). */
interface Tensor {
  dtype: number;
  /** Number of dimensions; null when unknown. */
  rank: number | null;
  content: DataView | null;
  /** The first of the typed values and how many there are. */
  first: number;
  count: number;
}

const float = 1;
const double = 2;
const half = 19;
const bfloat16 = 14;

const contentReaders: ReadonlyMap<number, { bytes: number; read: (view: DataView) => number }> = new Map([
  [float, { bytes: 4, read: (view: DataView) => view.getFloat32(0, true) }],
  [double, { bytes: 8, read: (view: DataView) => view.getFloat64(0, true) }],
  [3, { bytes: 4, read: (view: DataView) => view.getInt32(0, true) }],
  [4, { bytes: 1, read: (view: DataView) => view.getUint8(0) }],
  [5, { bytes: 2, read: (view: DataView) => view.getInt16(0, true) }],
  [6, { bytes: 1, read: (view: DataView) => view.getInt8(0) }],
  [9, { bytes: 8, read: (view: DataView) => Number(view.getBigInt64(0, true)) }],
  [10, { bytes: 1, read: (view: DataView) => (view.getUint8(0) === 0 ? 0 : 1) }],
  [bfloat16, { bytes: 2, read: (view: DataView) => bfloat16ToNumber(view.getUint16(0, true)) }],
  [17, { bytes: 2, read: (view: DataView) => view.getUint16(0, true) }],
  [half, { bytes: 2, read: (view: DataView) => halfToNumber(view.getUint16(0, true)) }],
  [22, { bytes: 4, read: (view: DataView) => view.getUint32(0, true) }],
  [23, { bytes: 8, read: (view: DataView) => Number(view.getBigUint64(0, true)) }],
]);

/** The number in a tensor of one numeric element, or null for any other tensor (text, images, histograms). */
export function readScalarTensor(reader: BinaryReader, end: number): number | null {
  const tensor: Tensor = { dtype: 0, rank: null, content: null, first: 0, count: 0 };
  readFields(reader, end, (tag) => readTensorField(reader, tag, tensor));
  const kind = contentReaders.get(tensor.dtype);
  if (kind === undefined || (tensor.rank ?? 0) > 0) return null;
  if (tensor.content !== null) return tensor.content.byteLength === kind.bytes ? kind.read(tensor.content) : null;
  if (tensor.count !== 1) return null;
  if (tensor.dtype === half) return halfToNumber(tensor.first);
  return tensor.dtype === bfloat16 ? bfloat16ToNumber(tensor.first) : tensor.first;
}

function readTensorField(reader: BinaryReader, tag: number, tensor: Tensor): boolean {
  switch (tag) {
    case fieldTag(1, WireType.Varint):
      tensor.dtype = reader.int32();
      return true;
    case fieldTag(2, WireType.LengthDelimited):
      tensor.rank = readRank(reader, enterLengthDelimited(reader));
      return true;
    case fieldTag(4, WireType.LengthDelimited): {
      const bytes = reader.bytes();
      tensor.content = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      return true;
    }
  }
  const readValue = valueReader(reader, tag >>> 3);
  if (readValue === null) return false;
  if ((tag & 7) === readValue.wireType) addValue(tensor, readValue.read());
  else if ((tag & 7) === WireType.LengthDelimited) {
    const end = enterLengthDelimited(reader);
    while (reader.pos < end) addValue(tensor, readValue.read());
  } else return false;
  return true;
}

function addValue(tensor: Tensor, value: number): void {
  if (tensor.count === 0) tensor.first = value;
  tensor.count++;
}

/** The typed value fields: half 13, float 5, double 6, int 7, int64 10, bool 11, uint32 16, uint64 17. */
function valueReader(reader: BinaryReader, fieldNo: number): { wireType: WireType; read: () => number } | null {
  switch (fieldNo) {
    case 5:
      return { wireType: WireType.Bit32, read: () => reader.float() };
    case 6:
      return { wireType: WireType.Bit64, read: () => reader.double() };
    case 7:
    case 13:
      return { wireType: WireType.Varint, read: () => reader.int32() };
    case 10:
      return { wireType: WireType.Varint, read: () => Number(reader.int64()) };
    case 11:
      return { wireType: WireType.Varint, read: () => (reader.bool() ? 1 : 0) };
    case 16:
      return { wireType: WireType.Varint, read: () => reader.uint32() };
    case 17:
      return { wireType: WireType.Varint, read: () => Number(reader.uint64()) };
    default:
      return null;
  }
}

/** TensorShapeProto: dim = 2 repeated, unknown_rank = 3. */
function readRank(reader: BinaryReader, end: number): number | null {
  let rank = 0;
  let known = true;
  readFields(reader, end, (tag) => {
    if (tag === fieldTag(2, WireType.LengthDelimited)) {
      rank++;
      reader.bytes();
      return true;
    }
    if (tag === fieldTag(3, WireType.Varint)) {
      known = !reader.bool();
      return true;
    }
    return false;
  });
  return known ? rank : null;
}

function bfloat16ToNumber(bits: number): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint16(2, bits & 0xffff, true);
  return view.getFloat32(0, true);
}

/** IEEE 754 binary16. */
function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >>> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
