import { type RunInput, type RunProblem, RunhueError } from '@runhue/core';
import type { ReadContext } from './run-format.js';
import type { ReadResult, SourceFile } from './source-file.js';

/** Reads files one by one; a file that `read` refuses with a `RunhueError` becomes a problem and the others are kept. */
export async function readEachFile(
  files: Iterable<SourceFile>,
  context: ReadContext | undefined,
  read: (file: SourceFile, problems: RunProblem[]) => readonly RunInput[] | Promise<readonly RunInput[]>,
): Promise<ReadResult> {
  const runs: RunInput[] = [];
  const problems: RunProblem[] = [];
  for (const file of files) {
    try {
      for (const run of await read(file, problems)) runs.push(run);
    } catch (error) {
      if (!(error instanceof RunhueError)) throw error;
      problems.push(unreadableFile(file.path, error.message));
    }
    await context?.advance(file.bytes.length);
  }
  return { runs, problems };
}

/** The problem that says why a file, or a part of it, was not read. */
export function unreadableFile(path: string, reason: string, count = 1): RunProblem {
  return { inputIndex: -1, runId: null, code: 'unreadable', message: `"${path}": ${reason.replace(/\.$/, '')}.`, count };
}
