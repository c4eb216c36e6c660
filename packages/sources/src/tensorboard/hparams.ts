import { WireType, type BinaryReader } from '@bufbuild/protobuf/wire';
import type { ConfigValue } from '@runhue/core';
import { enterLengthDelimited, fieldTag, readFields } from '../binary/wire.js';

/** What the hparams plugin knows of a run (tensorboard `plugins/hparams/plugin_data.proto`). */
export interface HParams {
  readonly config: Map<string, ConfigValue>;
  state: string | null;
}

const sessionStates = new Map([
  [1, 'finished'],
  [2, 'failed'],
  [3, 'running'],
]);

const maxNesting = 32;

/** Reads an HParamsPluginData: session_start_info = 3, session_end_info = 4. */
export function readHParams(reader: BinaryReader): HParams {
  const hparams: HParams = { config: new Map(), state: null };
  readFields(reader, reader.len, (tag) => {
    if (tag === fieldTag(3, WireType.LengthDelimited)) readSessionStart(reader, enterLengthDelimited(reader), hparams);
    else if (tag === fieldTag(4, WireType.LengthDelimited)) readSessionEnd(reader, enterLengthDelimited(reader), hparams);
    else return false;
    return true;
  });
  return hparams;
}

function readSessionStart(reader: BinaryReader, end: number, hparams: HParams): void {
  readFields(reader, end, (tag) => {
    if (tag !== fieldTag(1, WireType.LengthDelimited)) return false;
    const [name, value] = readMapEntry(reader, enterLengthDelimited(reader), 0);
    hparams.config.set(name, value);
    return true;
  });
}

function readSessionEnd(reader: BinaryReader, end: number, hparams: HParams): void {
  readFields(reader, end, (tag) => {
    if (tag !== fieldTag(1, WireType.Varint)) return false;
    hparams.state = sessionStates.get(reader.int32()) ?? null;
    return true;
  });
}

function readMapEntry(reader: BinaryReader, end: number, depth: number): [string, ConfigValue] {
  let name = '';
  let value: ConfigValue = null;
  readFields(reader, end, (tag) => {
    if (tag === fieldTag(1, WireType.LengthDelimited)) name = reader.string();
    else if (tag === fieldTag(2, WireType.LengthDelimited)) value = readValue(reader, enterLengthDelimited(reader), depth);
    else return false;
    return true;
  });
  return [name, value];
}

/** google.protobuf.Value: number_value = 2, string_value = 3, bool_value = 4, struct_value = 5, list_value = 6. */
function readValue(reader: BinaryReader, end: number, depth: number): ConfigValue {
  if (depth > maxNesting) throw new Error('a value nested too deeply');
  let value: ConfigValue = null;
  readFields(reader, end, (tag) => {
    switch (tag) {
      case fieldTag(2, WireType.Bit64):
        value = reader.double();
        return true;
      case fieldTag(3, WireType.LengthDelimited):
        value = reader.string();
        return true;
      case fieldTag(4, WireType.Varint):
        value = reader.bool();
        return true;
      case fieldTag(5, WireType.LengthDelimited):
        value = readStruct(reader, enterLengthDelimited(reader), depth + 1);
        return true;
      case fieldTag(6, WireType.LengthDelimited):
        value = readList(reader, enterLengthDelimited(reader), depth + 1);
        return true;
      default:
        return false;
    }
  });
  return value;
}

function readStruct(reader: BinaryReader, end: number, depth: number): ConfigValue {
  const fields = new Map<string, ConfigValue>();
  readFields(reader, end, (tag) => {
    if (tag !== fieldTag(1, WireType.LengthDelimited)) return false;
    const [name, value] = readMapEntry(reader, enterLengthDelimited(reader), depth);
    fields.set(name, value);
    return true;
  });
  return Object.fromEntries(fields);
}

function readList(reader: BinaryReader, end: number, depth: number): ConfigValue {
  const items: ConfigValue[] = [];
  readFields(reader, end, (tag) => {
    if (tag !== fieldTag(1, WireType.LengthDelimited)) return false;
    items.push(readValue(reader, enterLengthDelimited(reader), depth));
    return true;
  });
  return items;
}
