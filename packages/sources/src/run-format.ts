import type { ReadResult, SourceFile } from './source-file.js';

/** What a format may use while it reads. */
export interface ReadContext {
  /**
   * Says that `bytes` more are done. Throws the signal's reason after an abort, and now and then waits
   * for the event loop, so that a page stays alive; call it once a file and once per few MB inside a large one.
   */
  advance(bytes: number): Promise<void>;
}

/**
 * A format that `readRuns` knows.
 *
 * Runs of equal id from two formats are parts of one run (params here, metrics there) and are joined by `readRuns`. Where a
 * format has no id of its own, the id is the run's folder (`runIdOfFolder`). A format reports bad content as problems
 * (code `unreadable`, message with path, place and reason) and keeps the rest; what it throws is reported for all its files.
 */
export interface RunFormat {
  readonly name: string;
  /** 0 or false: not mine; up to 1 or true: surely mine. The surest format gets the file. Looks at the path and the first bytes; never throws. */
  detect(file: SourceFile): boolean | number;
  /** Gets all files that it was given by `detect`, sorted by path. Heavy libraries are imported in here, when needed. */
  read(files: readonly SourceFile[], context: ReadContext): ReadResult | Promise<ReadResult>;
}
