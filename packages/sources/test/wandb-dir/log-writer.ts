import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { crc32 } from 'node:zlib';

/** Items of a record: names (nested ones as lists) with values as JSON text. */
export type Items = readonly (readonly [key: string | readonly string[], json: string])[];

function message(fields: (writer: BinaryWriter) => void): Uint8Array {
  const writer = new BinaryWriter();
  fields(writer);
  return writer.finish();
}

function bytesField(writer: BinaryWriter, field: number, bytes: Uint8Array): void {
  writer.tag(field, WireType.LengthDelimited).bytes(bytes);
}

function textField(writer: BinaryWriter, field: number, text: string): void {
  writer.tag(field, WireType.LengthDelimited).string(text);
}

function numberMessage(number: number): Uint8Array {
  return message((writer) => {
    if (number !== 0) writer.tag(1, WireType.Varint).int64(number);
  });
}

function items(writer: BinaryWriter, list: Items): void {
  for (const [key, json] of list) {
    bytesField(writer, 1, message((item) => {
      if (typeof key === 'string') textField(item, 1, key);
      else for (const part of key) textField(item, 2, part);
      textField(item, 16, json);
    }));
  }
}

export function historyRecord(list: Items, step?: number): Uint8Array {
  return message((record) => bytesField(record, 2, message((history) => {
    items(history, list);
    if (step !== undefined) bytesField(history, 2, numberMessage(step));
  })));
}

export function summaryRecord(list: Items): Uint8Array {
  return message((record) => bytesField(record, 3, message((summary) => items(summary, list))));
}

export function configRecord(list: Items): Uint8Array {
  return message((record) => bytesField(record, 4, message((config) => items(config, list))));
}

export function runRecord(run: { id: string; name?: string; tags?: readonly string[]; startTime?: number; config?: Items }): Uint8Array {
  return message((record) => bytesField(record, 17, message((writer) => {
    textField(writer, 1, run.id);
    bytesField(writer, 4, message((config) => items(config, run.config ?? [])));
    if (run.name !== undefined) textField(writer, 8, run.name);
    for (const tag of run.tags ?? []) textField(writer, 10, tag);
    if (run.startTime !== undefined) bytesField(writer, 17, numberMessage(run.startTime));
  })));
}

export function exitRecord(code: number): Uint8Array {
  return message((record) => bytesField(record, 18, numberMessage(code)));
}

const blockLength = 32 * 1024;

/** A `.wandb` file of the records: LevelDB log framing with CRC-32 over type and data. */
export function wandbLog(records: readonly Uint8Array[]): Uint8Array {
  const file: number[] = [0x3a, 0x57, 0x26, 0x42, 0xe1, 0xbe, 0];
  for (const record of records) {
    let at = 0;
    do {
      const room = blockLength - (file.length % blockLength);
      if (room < 7) {
        for (let i = 0; i < room; i++) file.push(0);
        continue;
      }
      const piece = record.subarray(at, at + room - 7);
      const isLast = at + piece.length === record.length;
      const type = at === 0 ? (isLast ? 1 : 2) : isLast ? 4 : 3;
      const crc = crc32(piece, crc32(Uint8Array.of(type)));
      file.push(crc & 255, (crc >>> 8) & 255, (crc >>> 16) & 255, crc >>> 24, piece.length & 255, piece.length >>> 8, type, ...piece);
      at += piece.length;
      if (isLast) break;
    } while (at <= record.length);
  }
  return Uint8Array.from(file);
}
