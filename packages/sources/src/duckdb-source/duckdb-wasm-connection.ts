/** The part of an `AsyncDuckDBConnection` of `@duckdb/duckdb-wasm` that is used. */
export interface DuckDbWasmConnection {
  prepare(sql: string): Promise<DuckDbWasmPrepared>;
  /** Tells the two kinds of connections apart: one to DuckDB-WASM cannot be interrupted. */
  readonly interrupt?: undefined;
}

interface DuckDbWasmPrepared {
  query(...values: unknown[]): Promise<ArrowTable>;
  close(): Promise<void>;
}

/** The part of Apache Arrow's `Table` that is used. */
interface ArrowTable {
  readonly numRows: number;
  getChildAt(column: number): { toArray(): ArrayLike<unknown> } | null;
}
