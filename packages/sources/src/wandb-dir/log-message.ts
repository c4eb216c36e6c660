import { type BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import { enterLengthDelimited, fieldTag, readFields } from '../binary/wire.js';

/** A key with a value as JSON text; a nested key has several parts. */
export interface LogItem {
  readonly path: readonly string[];
  readonly json: string;
}

/** What of a run stands in its log. */
export interface LogRun {
  readonly id: string;
  readonly name: string;
  readonly tags: readonly string[];
  readonly sweep: string;
  /** Seconds since the epoch, or null. */
  readonly startTime: number | null;
  readonly config: readonly LogItem[];
}

/** A record that matters here (wandb `wandb_internal.proto`). */
export type LogMessage =
  | { readonly kind: 'history'; readonly step: number | null; readonly items: readonly LogItem[] }
  | { readonly kind: 'summary'; readonly items: readonly LogItem[] }
  | { readonly kind: 'config'; readonly items: readonly LogItem[] }
  | { readonly kind: 'run'; readonly run: LogRun }
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'other' };

/** Reads a Record: history = 2, summary = 3, config = 4, run = 17, exit = 18. */
export function readLogMessage(reader: BinaryReader): LogMessage {
  let message: LogMessage = { kind: 'other' };
  readFields(reader, reader.len, (tag) => {
    switch (tag) {
      case fieldTag(2, WireType.LengthDelimited):
        message = readHistory(reader, enterLengthDelimited(reader));
        return true;
      case fieldTag(3, WireType.LengthDelimited):
        message = { kind: 'summary', items: readItems(reader, enterLengthDelimited(reader)) };
        return true;
      case fieldTag(4, WireType.LengthDelimited):
        message = { kind: 'config', items: readItems(reader, enterLengthDelimited(reader)) };
        return true;
      case fieldTag(17, WireType.LengthDelimited):
        message = { kind: 'run', run: readRun(reader, enterLengthDelimited(reader)) };
        return true;
      case fieldTag(18, WireType.LengthDelimited):
        message = { kind: 'exit', code: readNumber(reader, enterLengthDelimited(reader)) };
        return true;
      default:
        return false;
    }
  });
  return message;
}

/** HistoryRecord: item = 1, step = 2 {num = 1, left out when 0}. */
function readHistory(reader: BinaryReader, end: number): LogMessage {
  const items: LogItem[] = [];
  let step: number | null = null;
  readFields(reader, end, (tag) => {
    switch (tag) {
      case fieldTag(1, WireType.LengthDelimited):
        items.push(readItem(reader, enterLengthDelimited(reader)));
        return true;
      case fieldTag(2, WireType.LengthDelimited):
        step = readNumber(reader, enterLengthDelimited(reader));
        return true;
      default:
        return false;
    }
  });
  return { kind: 'history', step, items };
}

/** The `update = 1` items of a ConfigRecord or SummaryRecord. */
function readItems(reader: BinaryReader, end: number): LogItem[] {
  const items: LogItem[] = [];
  readFields(reader, end, (tag) => {
    if (tag !== fieldTag(1, WireType.LengthDelimited)) return false;
    items.push(readItem(reader, enterLengthDelimited(reader)));
    return true;
  });
  return items;
}

/** HistoryItem, ConfigItem and SummaryItem: key = 1, nested_key = 2, value_json = 16. */
function readItem(reader: BinaryReader, end: number): LogItem {
  let key = '';
  const nested: string[] = [];
  let json = '';
  readFields(reader, end, (tag) => {
    switch (tag) {
      case fieldTag(1, WireType.LengthDelimited):
        key = reader.string();
        return true;
      case fieldTag(2, WireType.LengthDelimited):
        nested.push(reader.string());
        return true;
      case fieldTag(16, WireType.LengthDelimited):
        json = reader.string();
        return true;
      default:
        return false;
    }
  });
  return { path: nested.length > 0 ? nested : [key], json };
}

/** RunRecord: run_id = 1, config = 4, display_name = 8, tags = 10, sweep_id = 12, start_time = 17. */
function readRun(reader: BinaryReader, end: number): LogRun {
  let [id, name, sweep] = ['', '', ''];
  const tags: string[] = [];
  let startTime: number | null = null;
  let config: readonly LogItem[] = [];
  readFields(reader, end, (tag) => {
    switch (tag) {
      case fieldTag(1, WireType.LengthDelimited):
        id = reader.string();
        return true;
      case fieldTag(4, WireType.LengthDelimited):
        config = readItems(reader, enterLengthDelimited(reader));
        return true;
      case fieldTag(8, WireType.LengthDelimited):
        name = reader.string();
        return true;
      case fieldTag(10, WireType.LengthDelimited):
        tags.push(reader.string());
        return true;
      case fieldTag(12, WireType.LengthDelimited):
        sweep = reader.string();
        return true;
      case fieldTag(17, WireType.LengthDelimited):
        startTime = readTime(reader, enterLengthDelimited(reader));
        return true;
      default:
        return false;
    }
  });
  return { id, name, tags, sweep, startTime, config };
}

/** google.protobuf.Timestamp: seconds = 1, nanos = 2. */
function readTime(reader: BinaryReader, end: number): number {
  let seconds = 0;
  let nanos = 0;
  readFields(reader, end, (tag) => {
    if (tag === fieldTag(1, WireType.Varint)) seconds = Number(reader.int64());
    else if (tag === fieldTag(2, WireType.Varint)) nanos = reader.int32();
    else return false;
    return true;
  });
  return seconds + nanos / 1e9;
}

/** A message whose field 1 is an integer: HistoryStep.num, RunExitRecord.exit_code. 0 is left out. */
function readNumber(reader: BinaryReader, end: number): number {
  let number = 0;
  readFields(reader, end, (tag) => {
    if (tag !== fieldTag(1, WireType.Varint)) return false;
    number = Number(reader.int64());
    return true;
  });
  return number;
}
