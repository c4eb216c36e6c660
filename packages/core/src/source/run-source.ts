import type { KeyPage, KeysQuery } from './keys-query.js';
import type { ColumnQuery, ColumnSummary, SourceColumn, SummaryQuery } from './column-query.js';
import type { DensityAnswer, DensityQuery } from './density-query.js';
import type { RunPage, RunsQuery } from './runs-query.js';
import type { ExtentAnswer, ExtentQuery, SeriesAnswer, SeriesQuery } from './series-query.js';
import type { SourceAbilities } from './source-abilities.js';

/** What every question may carry. */
export interface AskOptions {
  /** Ends the question: the promise then rejects with the signal's reason and the engine is told to stop where it can be. */
  readonly signal?: AbortSignal;
}

/**
 * Where runs come from when their histories are too many to hold: an engine, a tracker's server, or memory. The kit asks for one value per
 * run to colour by, and for lines reduced to the pixels that show them; it never asks for whole histories. Same question, same data,
 * same answer, so answers may be kept. Every promise rejects with a `RunSourceError` that says what to do.
 */
export interface RunSource {
  /** What it can answer; known at once and constant. The kit offers nothing beyond it. */
  readonly abilities: SourceAbilities;
  /** The key catalogue, or the part of it that a search finds, in the order of `listKeys`. */
  keys(query: KeysQuery, options?: AskOptions): Promise<KeyPage>;
  /** One value per run, in the source's own constant order of runs; what `readColumn` gives for the same runs. */
  column(query: ColumnQuery, options?: AskOptions): Promise<SourceColumn>;
  /** Extent, quantiles and a histogram of a column of numbers, without its values. */
  summary(query: SummaryQuery, options?: AskOptions): Promise<ColumnSummary>;
  /** Runs without their histories, page by page. */
  runs(query: RunsQuery, options?: AskOptions): Promise<RunPage>;
  /** The ends of both axes for a metric, over all its runs. */
  extent(query: ExtentQuery, options?: AskOptions): Promise<ExtentAnswer>;
  /** The lines of given runs, reduced to pixel columns of a window, with their neighbours beyond both ends. */
  series(query: SeriesQuery, options?: AskOptions): Promise<SeriesAnswer>;
  /** How many lines' points fall into each cell, of all runs, bucket by bucket. Absent where `abilities.density` is false. */
  density?(query: DensityQuery, options?: AskOptions): Promise<DensityAnswer>;
  /** Lets go of what it holds open. Absent where there is nothing. */
  close?(): Promise<void>;
}

