/**
 * The part of a `DuckDBConnection` of `@duckdb/node-api` that is used. One connection answers one question at a time; give a source a connection
 * of its own, since stopping a question interrupts whatever runs on it.
 */
export interface DuckDbConnection {
  prepare(sql: string): Promise<DuckDbPrepared>;
  /** Ends what runs on the connection. */
  interrupt(): void;
}

interface DuckDbPrepared {
  bindVarchar(place: number, value: string): void;
  bindDouble(place: number, value: number): void;
  run(): Promise<DuckDbResult>;
  destroySync?(): void;
}

interface DuckDbResult {
  fetchChunk(): Promise<DuckDbChunk | null>;
}

interface DuckDbChunk {
  readonly rowCount: number;
  getColumnVector(column: number): object;
  getColumnValues(column: number): readonly unknown[];
}

export type { DuckDbChunk };
