import type { RunProblem } from '@runhue/core';
import { droppedCells } from '../history/dropped-cells.js';
import { isJsonObject } from '../json/json-shape.js';
import { parseJson } from '../json/parse-json.js';
import { readEachFile } from '../read-each-file.js';
import type { ReadContext } from '../run-format.js';
import { baseNameOf, folderOf, stemOf } from '../run-path.js';
import type { ReadResult, SourceFile } from '../source-file.js';
import { readAtOnce, readWithPauses } from '../stepwise.js';
import { decodeText } from '../text/decode-text.js';
import { flattenJson } from '../json/flatten-json.js';
import { kindOf } from './file-kind.js';
import { readingLog } from './read-log.js';
import { finishRun, type RunParts, runParts } from './run-parts.js';

/**
 * Reads W&B run directories (`wandb/run-<time>-<id>/`, `offline-run-…`): the binary log `run-<id>.wandb`, `files/config.yaml` and
 * `files/wandb-summary.json`, any of them missing. A run's id is the log's own, else the folder's; several folders of one id (a resumed
 * run) are one run. A metric that only the summary has is one point. A log that ends in the middle of a record is read up to there.
 */
export async function readWandbDir(files: Iterable<SourceFile>, context?: ReadContext): Promise<ReadResult> {
  const dropped = droppedCells();
  const runs = new Map<string, { run: RunParts; path: string }>();
  const runOf = (id: string, path: string): RunParts => {
    const known = runs.get(id);
    if (known !== undefined) return known.run;
    const run = runParts(id);
    runs.set(id, { run, path });
    return run;
  };
  const { problems } = await readEachFile(withoutLinks([...files]), undefined, async (file, found: RunProblem[]) => {
    const kind = kindOf(file);
    const folderRun = (): RunParts => runOf(folderId(file.path), file.path);
    if (kind === 'log') {
      const reading = readingLog(file, (id) => runOf(id ?? folderId(file.path), file.path), found, dropped);
      await (context === undefined ? readAtOnce(reading) : readWithPauses(reading, context));
      return [];
    }
    if (kind === 'config') {
      const { readConfigYaml } = await import('./config-yaml.js');
      Object.assign(folderRun().config, readConfigYaml(decodeText(file.bytes)));
    } else {
      const summary = parseJson(decodeText(file.bytes));
      const run = folderRun();
      if (isJsonObject(summary)) for (const [name, value] of flattenJson(summary, '.')) if (!/^_wandb(\.|$)/.test(name)) run.summary.set(name, value);
    }
    await context?.advance(file.bytes.length);
    return [];
  });
  return { runs: [...runs.values()].map(({ run, path }) => finishRun(run, path, dropped)), problems: [...problems, ...dropped.problems()] };
}

/** W&B links `latest-run` to a run's folder: files there that are also in that folder are the same ones. */
function withoutLinks(files: readonly SourceFile[]): SourceFile[] {
  const isLinked = ({ path }: SourceFile): boolean => /(^|\/)latest-run\//.test(path);
  const keyOf = ({ path, bytes }: SourceFile): string => `${baseNameOf(path)} ${bytes.length}`;
  const direct = new Set(files.filter((file) => !isLinked(file)).map(keyOf));
  return files.filter((file) => !isLinked(file) || !direct.has(keyOf(file)));
}

/** The id in a run's folder or, without one, what the path says best. */
function folderId(path: string): string {
  const named = /(?:^|\/)(?:offline-)?run-\d{8}_\d{6}-([^/]+)\//.exec(path);
  if (named?.[1] !== undefined) return named[1];
  const folder = folderOf(path).replace(/(^|\/)files$/, '');
  return folder || stemOf(path).replace(/^run-/, '');
}
