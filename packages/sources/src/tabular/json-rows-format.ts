import type { RunInput, RunProblem } from '@runhue/core';
import { droppedCells } from '../history/dropped-cells.js';
import { joinRuns } from '../join-runs.js';
import { readJsonLines } from '../json/json-lines.js';
import { isJsonObject } from '../json/json-shape.js';
import { type JsonValue, parseJson } from '../json/parse-json.js';
import { readEachFile, unreadableFile } from '../read-each-file.js';
import type { RunFormat } from '../run-format.js';
import { decodeText } from '../text/decode-text.js';
import { headText } from '../text/head-text.js';
import { jsonRows } from './read-json-rows.js';
import { runOfFile } from './run-of-file.js';

/** Without it, JSON lines of another file are a program's log (W&B's `debug-internal.log`). */
const stepKey = /"(_step|step|global_step|iteration|iter|epoch)"\s*:/;

/** JSONL files and JSON lists of objects, for `readRuns`. */
export const jsonRowsFormat: RunFormat = {
  name: 'JSON rows',
  detect(file) {
    const head = headText(file);
    const list = /^\s*\[\s*\{/.test(head);
    if (!list && !/^\s*\{/.test(head)) return 0;
    if (!/\.(json|jsonl|ndjson)$/i.test(file.path) && !stepKey.test(head)) return 0;
    if (list) return 0.3;
    const end = head.indexOf('\n', head.indexOf('{'));
    if (end < 0) return /\.(jsonl|ndjson)$/i.test(file.path) ? 0.3 : 0;
    return isObjectText(head.slice(0, end)) && /^\s*(\{|$)/.test(head.slice(end)) ? 0.3 : 0;
  },
  async read(files, context) {
    const dropped = droppedCells();
    const parts: RunInput[][] = [];
    const { problems } = await readEachFile(files, undefined, async (file, found: RunProblem[]) => {
      const rows = jsonRows({}, runOfFile(file.path));
      if (/^\s*\[/.test(headText(file))) {
        await context.advance(file.bytes.length);
        addList(parseJson(decodeText(file.bytes)), rows.add, (count) => found.push(unreadableFile(file.path, `${count} items of the list are no objects; left out`, count)));
      } else {
        const bad = await readJsonLines(file, rows.add, context);
        if (bad !== null) found.push(unreadableFile(file.path, `${bad.count} lines are no JSON objects (${bad.first}); left out`, bad.count));
      }
      parts.push(rows.finish(dropped));
      return [];
    });
    const joined = joinRuns(parts);
    return { runs: joined.runs, problems: [...problems, ...joined.problems, ...dropped.problems()] };
  },
};

function addList(list: JsonValue, add: ReturnType<typeof jsonRows>['add'], reportOthers: (count: number) => void): void {
  let others = 0;
  for (const item of Array.isArray(list) ? list : [list]) {
    if (isJsonObject(item)) add(item);
    else others += 1;
  }
  if (others > 0) reportOthers(others);
}

function isObjectText(text: string): boolean {
  try {
    return isJsonObject(parseJson(text));
  } catch {
    return false;
  }
}
