/** The most that one question may ask of a source. Beyond it a source rejects with `too-large`. */
export interface QueryBounds {
  /** Entries of one key catalogue. */
  readonly keys: number;
  /** Runs of one page. */
  readonly runs: number;
  /** Run ids named by one question for runs; how many one for series may name is `SourceAbilities.maxSeriesRuns`. */
  readonly runIds: number;
  /** Pixel columns of a window. */
  readonly columns: number;
  /** Rows of a density. */
  readonly rows: number;
  /** Counters of a density: columns × rows × buckets. */
  readonly cells: number;
  /** Interior edges of a density's buckets. */
  readonly edges: number;
  /** Bars of a summary. */
  readonly bars: number;
  /** Quantiles of a summary. */
  readonly quantiles: number;
  /** UTF-16 units of a name, an id, a search or a cursor. */
  readonly text: number;
}

/** The bounds that all sources of this package keep. */
export const queryBounds: QueryBounds = {
  keys: 10_000,
  runs: 1_000,
  runIds: 10_000,
  columns: 16_384,
  rows: 4_096,
  cells: 2 ** 24,
  edges: 255,
  bars: 512,
  quantiles: 1_001,
  text: 10_000,
};
