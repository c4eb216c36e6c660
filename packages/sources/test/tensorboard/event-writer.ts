import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/** CRC-32C bit by bit, apart from the table that the package uses. */
function crc32c(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0x82f63b78 & -(crc & 1));
  }
  return ~crc >>> 0;
}

function masked(bytes: Uint8Array): number {
  const crc = crc32c(bytes);
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}

/** One TFRecord; `length` may lie. */
export function tfRecord(data: Uint8Array, length: bigint = BigInt(data.length)): Uint8Array {
  const record = new Uint8Array(12 + data.length + 4);
  const view = new DataView(record.buffer);
  view.setBigUint64(0, length, true);
  view.setUint32(8, masked(record.subarray(0, 8)), true);
  record.set(data, 12);
  view.setUint32(12 + data.length, masked(data), true);
  return record;
}

export interface EventFields {
  readonly wallTime?: number;
  readonly step?: number;
  readonly values?: readonly Uint8Array[];
  readonly restart?: boolean;
}

export function event({ wallTime = 0, step = 0, values = [], restart = false }: EventFields): Uint8Array {
  const writer = new BinaryWriter();
  writer.tag(1, WireType.Bit64).double(wallTime);
  if (step !== 0) writer.tag(2, WireType.Varint).int64(step);
  if (values.length > 0) {
    writer.tag(5, WireType.LengthDelimited).fork();
    for (const value of values) writer.tag(1, WireType.LengthDelimited).bytes(value);
    writer.join();
  }
  if (restart) writer.tag(7, WireType.LengthDelimited).fork().tag(1, WireType.Varint).int32(1).join();
  return writer.finish();
}

export function simpleValue(tag: string, value: number): Uint8Array {
  return new BinaryWriter().tag(1, WireType.LengthDelimited).string(tag).tag(2, WireType.Bit32).float(value).finish();
}

export function tensorValue(tag: string, tensor: Uint8Array, plugin?: { name: string; content?: Uint8Array }): Uint8Array {
  const writer = new BinaryWriter().tag(1, WireType.LengthDelimited).string(tag).tag(8, WireType.LengthDelimited).bytes(tensor);
  if (plugin !== undefined) writer.tag(9, WireType.LengthDelimited).bytes(metadata(plugin.name, plugin.content));
  return writer.finish();
}

function metadata(pluginName: string, content: Uint8Array = new Uint8Array()): Uint8Array {
  return new BinaryWriter()
    .tag(1, WireType.LengthDelimited)
    .fork()
    .tag(1, WireType.LengthDelimited)
    .string(pluginName)
    .tag(2, WireType.LengthDelimited)
    .bytes(content)
    .join()
    .finish();
}

/** A TensorProto with its bytes in `tensor_content`; `dimensions` sizes. */
export function contentTensor(dtype: number, content: Uint8Array, dimensions: readonly number[] = []): Uint8Array {
  return tensorHead(dtype, dimensions).tag(4, WireType.LengthDelimited).bytes(content).finish();
}

export function tensorHead(dtype: number, dimensions: readonly number[] = []): BinaryWriter {
  const writer = new BinaryWriter().tag(1, WireType.Varint).int32(dtype).tag(2, WireType.LengthDelimited).fork();
  for (const size of dimensions) writer.tag(2, WireType.LengthDelimited).fork().tag(1, WireType.Varint).int64(size).join();
  return writer.join();
}

export function float64Bytes(value: number): Uint8Array {
  return new Uint8Array(new Float64Array([value]).buffer);
}

export function float32Bytes(value: number): Uint8Array {
  return new Uint8Array(new Float32Array([value]).buffer);
}

/** A summary value of the hparams plugin that starts a session with these numbers, texts and booleans. */
export function hparamsValue(hparams: Readonly<Record<string, number | string | boolean>>, endStatus?: number): Uint8Array {
  const content = new BinaryWriter().tag(3, WireType.LengthDelimited).fork();
  for (const [name, value] of Object.entries(hparams)) {
    content.tag(1, WireType.LengthDelimited).fork().tag(1, WireType.LengthDelimited).string(name).tag(2, WireType.LengthDelimited).fork();
    if (typeof value === 'number') content.tag(2, WireType.Bit64).double(value);
    else if (typeof value === 'string') content.tag(3, WireType.LengthDelimited).string(value);
    else content.tag(4, WireType.Varint).bool(value);
    content.join().join();
  }
  content.join();
  if (endStatus !== undefined) content.tag(4, WireType.LengthDelimited).fork().tag(1, WireType.Varint).int32(endStatus).join();
  return new BinaryWriter()
    .tag(1, WireType.LengthDelimited)
    .string('_hparams_/session_start_info')
    .tag(9, WireType.LengthDelimited)
    .bytes(metadata('hparams', content.finish()))
    .finish();
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

/** An event file of these events. */
export function eventFile(...events: readonly EventFields[]): Uint8Array {
  return concat(...events.map((fields) => tfRecord(event(fields))));
}
