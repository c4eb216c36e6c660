import type { RunInput, RunProblem } from '@runhue/core';
import { runFormats } from './formats.js';
import { joinRuns } from './join-runs.js';
import type { ReadContext, RunFormat } from './run-format.js';
import type { ReadResult, SourceFile } from './source-file.js';

/** How far `readRuns` is. */
export interface ReadProgress {
  /** Bytes read so far and in all files. */
  readonly bytes: number;
  readonly totalBytes: number;
}

/** How a caller follows and stops a long read. */
export interface ReadRunsOptions {
  /** Called after every file and every few megabytes. */
  readonly onProgress?: (progress: ReadProgress) => void;
  /** Aborting makes `readRuns` reject with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Reads runs from files of any known format.
 *
 * Each file's format is detected by its content; files that belong together (a table and its histories, parameters and metrics, all
 * event files of a run) become one run. What cannot be read is a problem that names file, place and reason; the rest is kept.
 * Rejects only when `signal` is aborted.
 */
export async function readRuns(files: Iterable<SourceFile>, options: ReadRunsOptions = {}): Promise<ReadResult> {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const { byFormat, unknown } = detectFormats(sorted);
  const totalBytes = sorted.reduce((sum, file) => sum + file.bytes.length, 0);
  const context = readContext(totalBytes, options);
  const problems: RunProblem[] = [];
  const parts: RunInput[][] = [];
  for (const [format, formatFiles] of byFormat) {
    options.signal?.throwIfAborted();
    try {
      const result = await format.read(formatFiles, context);
      parts.push(result.runs);
      for (const problem of result.problems) problems.push(problem);
    } catch (error) {
      options.signal?.throwIfAborted();
      problems.push(unreadable(formatFiles, `could not be read as ${format.name}: ${messageOf(error)}`));
    }
  }
  if (unknown.length > 0) problems.push(unreadable(unknown, 'have no format that is known here, and were left out'));
  options.onProgress?.({ bytes: totalBytes, totalBytes });
  const joined = joinRuns(parts);
  return { runs: joined.runs, problems: [...problems, ...joined.problems] };
}

function detectFormats(files: readonly SourceFile[]): { byFormat: Map<RunFormat, SourceFile[]>; unknown: SourceFile[] } {
  const byFormat = new Map<RunFormat, SourceFile[]>();
  const unknown: SourceFile[] = [];
  for (const file of files) {
    let best: RunFormat | undefined;
    let surest = 0;
    for (const format of runFormats) {
      const sure = Number(format.detect(file));
      if (sure > surest) {
        surest = sure;
        best = format;
      }
    }
    const group = best === undefined ? unknown : byFormat.get(best);
    if (group !== undefined) group.push(file);
    else if (best !== undefined) byFormat.set(best, [file]);
  }
  return { byFormat, unknown };
}

const breathEveryMs = 30;

function readContext(totalBytes: number, { onProgress, signal }: ReadRunsOptions): ReadContext {
  let bytes = 0;
  let lastBreath = performance.now();
  return {
    async advance(read) {
      signal?.throwIfAborted();
      bytes = Math.min(totalBytes, bytes + read);
      if (performance.now() - lastBreath < breathEveryMs) return;
      onProgress?.({ bytes, totalBytes });
      await new Promise<void>((resolve) => setTimeout(resolve, 0));
      lastBreath = performance.now();
      signal?.throwIfAborted();
    },
  };
}

function unreadable(files: readonly SourceFile[], reason: string): RunProblem {
  const named = files.slice(0, 5).map((file) => `"${file.path}"`).join(', ');
  const more = files.length > 5 ? ` and ${files.length - 5} more` : '';
  return { inputIndex: -1, runId: null, code: 'unreadable', message: `${named}${more}: ${reason}.`, count: files.length };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
