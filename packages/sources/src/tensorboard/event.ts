import { WireType, type BinaryReader } from '@bufbuild/protobuf/wire';
import { enterLengthDelimited, fieldTag, readFields } from '../binary/wire.js';
import { readScalarTensor } from './tensor.js';

/** One value of a summary, as far as scalars and hparams need it (tensorflow `core/framework/summary.proto`). */
export interface SummaryValue {
  readonly tag: string;
  /** A number logged as `simple_value`. */
  readonly simpleValue: number | null;
  /** The number of a one-element tensor. */
  readonly tensorValue: number | null;
  /** Written with a tag's first value only. */
  readonly pluginName: string | null;
  readonly pluginContent: Uint8Array | null;
}

/** One event (tensorflow `core/util/event.proto`). */
export interface Event {
  /** Seconds since the epoch. */
  readonly wallTime: number;
  readonly step: number;
  readonly values: readonly SummaryValue[];
  /** A writer started again at this event's step: what was logged at or after it is void. */
  readonly restarts: boolean;
}

/** Reads an Event: wall_time = 1, step = 2, summary = 5, session_log = 7. Values of a later summary field are appended, as protobuf merges. */
export function readEvent(reader: BinaryReader): Event {
  let wallTime = 0;
  let step = 0;
  let restarts = false;
  const values: SummaryValue[] = [];
  readFields(reader, reader.len, (tag) => {
    switch (tag) {
      case fieldTag(1, WireType.Bit64):
        wallTime = reader.double();
        return true;
      case fieldTag(2, WireType.Varint):
        step = Number(reader.int64());
        return true;
      case fieldTag(5, WireType.LengthDelimited):
        readSummary(reader, enterLengthDelimited(reader), values);
        return true;
      case fieldTag(7, WireType.LengthDelimited):
        restarts = isSessionStart(reader, enterLengthDelimited(reader));
        return true;
      default:
        return false;
    }
  });
  return { wallTime, step, values, restarts };
}

function readSummary(reader: BinaryReader, end: number, values: SummaryValue[]): void {
  readFields(reader, end, (tag) => {
    if (tag !== fieldTag(1, WireType.LengthDelimited)) return false;
    values.push(readValue(reader, enterLengthDelimited(reader)));
    return true;
  });
}

/** Summary.Value: tag = 1, simple_value = 2, tensor = 8, metadata = 9. */
function readValue(reader: BinaryReader, end: number): SummaryValue {
  let tag = '';
  let simpleValue: number | null = null;
  let tensorValue: number | null = null;
  let pluginName: string | null = null;
  let pluginContent: Uint8Array | null = null;
  readFields(reader, end, (field) => {
    switch (field) {
      case fieldTag(1, WireType.LengthDelimited):
        tag = reader.string();
        return true;
      case fieldTag(2, WireType.Bit32):
        simpleValue = reader.float();
        return true;
      case fieldTag(8, WireType.LengthDelimited):
        tensorValue = readScalarTensor(reader, enterLengthDelimited(reader));
        return true;
      case fieldTag(9, WireType.LengthDelimited):
        ({ pluginName, pluginContent } = readMetadata(reader, enterLengthDelimited(reader)));
        return true;
      default:
        return false;
    }
  });
  return { tag, simpleValue, tensorValue, pluginName, pluginContent };
}

/** SummaryMetadata: plugin_data = 1 { plugin_name = 1, content = 2 }. */
function readMetadata(reader: BinaryReader, end: number): { pluginName: string | null; pluginContent: Uint8Array | null } {
  let pluginName: string | null = null;
  let pluginContent: Uint8Array | null = null;
  readFields(reader, end, (metadataField) => {
    if (metadataField !== fieldTag(1, WireType.LengthDelimited)) return false;
    readFields(reader, enterLengthDelimited(reader), (field) => {
      if (field === fieldTag(1, WireType.LengthDelimited)) pluginName = reader.string();
      else if (field === fieldTag(2, WireType.LengthDelimited)) pluginContent = reader.bytes();
      else return false;
      return true;
    });
    return true;
  });
  return { pluginName, pluginContent };
}

/** SessionLog: status = 1, START = 1. */
function isSessionStart(reader: BinaryReader, end: number): boolean {
  let status = 0;
  readFields(reader, end, (tag) => {
    if (tag !== fieldTag(1, WireType.Varint)) return false;
    status = reader.int32();
    return true;
  });
  return status === 1;
}
