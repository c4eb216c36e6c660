import { RunhueError, type RunProblem } from '@runhue/core';
import { parquetMetadata, parquetRead, type Compressors, type FileMetaData, type RowGroup, type SchemaElement } from 'hyparquet';
import { droppedCells } from '../history/dropped-cells.js';
import { readEachFile, unreadableFile } from '../read-each-file.js';
import type { ReadContext } from '../run-format.js';
import type { ReadResult, SourceFile } from '../source-file.js';
import { runOfFile } from '../tabular/run-of-file.js';
import { planTable, type TablePlan } from '../tabular/table-plan.js';
import { tableRows, type Cell, type TableRows } from '../tabular/table-rows.js';
import { checkPages } from './check-pages.js';
import { cellOf, cellParsers, isMoment } from './parquet-cells.js';
import { readThriftStruct } from './thrift.js';
import { unsnappy } from './unsnappy.js';
import { unzstd } from './unzstd.js';

/** How to read a table whose columns do not speak for themselves, as for `readTable`. */
export interface ParquetOptions extends Partial<TablePlan> {
  /** Id and name of the run when the table has no column for them. Default: the file's. */
  readonly id?: string;
  readonly name?: string;
  /** For codecs other than snappy and Zstandard: those of hyparquet-compressors. */
  readonly compressors?: Compressors;
  /** Default: 5 million and 64 for every byte of the file; a file that says it has more is refused. */
  readonly maxCells?: number;
}

/**
 * Reads a Parquet table: wide (a column per metric) or long (`metric` and `value` columns), one run a file or a column that names
 * runs, with columns recognised and chosen as by `readTable`. Nested columns and binary data are left out and reported. Sizes and
 * counts in the file are checked before anything is made of their size. Throws nothing.
 */
export function readParquet(file: SourceFile, options: ParquetOptions = {}): Promise<ReadResult> {
  return readParquetFiles([file], options);
}

/** Several files, each for itself. */
export async function readParquetFiles(files: Iterable<SourceFile>, options: ParquetOptions = {}, context?: ReadContext): Promise<ReadResult> {
  const dropped = droppedCells();
  const { runs, problems } = await readEachFile(files, context, async (file, found) => {
    const rows = await readRows(file, options, found, context);
    return rows?.finish(dropped) ?? [];
  });
  return { runs, problems: [...problems, ...dropped.problems()] };
}

/** The library throws errors of any kind on damaged files; here they become one kind. */
async function withReason<T>(read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof RunhueError) throw error;
    throw new RunhueError(`it is damaged (${error instanceof Error ? error.message : String(error)})`);
  }
}

async function readRows(
  { path, bytes }: SourceFile,
  options: ParquetOptions,
  problems: RunProblem[],
  context: ReadContext | undefined,
): Promise<TableRows | null> {
  const { id, name, compressors: given, maxCells = 5e6 + 64 * bytes.length, ...chosen } = options;
  const compressors: Compressors = { SNAPPY: unsnappy, ZSTD: unzstd, ...given };
  const { metadata, columns } = await withReason(() => checkedMetadata(bytes, path, { compressors, maxCells }, problems));
  const fallback = runOfFile(path);
  const source = { ...fallback, ...(id === undefined ? {} : { path, id, name: id }), ...(name === undefined ? {} : { name }) };
  const names = [...columns.keys()];
  let rows: TableRows | null = null;
  let plan: TablePlan | null = null;
  let found = 0;
  for (const group of metadata.row_groups) {
    const table = await withReason(() => readGroup(bytes, { ...metadata, row_groups: [group] }, names, compressors));
    await context?.advance(0);
    const length = names.reduce((longest, column) => Math.max(longest, table.get(column)?.length ?? 0), 0);
    found += length;
    for (let row = 0; row < length; row++) {
      const raw = names.map((column) => table.get(column)?.[row]);
      plan ??= planTable(names, chosen, raw);
      rows ??= tableRows(plan, source);
      const clocks = plan;
      rows.add(names, names.map((column, index) => tableCell(raw[index], column, columns.get(column), clocks)));
    }
  }
  if (found === 0) problems.push(unreadableFile(path, 'it has no rows'));
  else if (BigInt(found) !== metadata.num_rows) problems.push(unreadableFile(path, `it says that it has ${metadata.num_rows} rows; ${found} were found`));
  return rows;
}

function tableCell(value: unknown, column: string, element: SchemaElement | undefined, { step, wallTime, runtime }: TablePlan): Cell {
  const clock = column === step || column === wallTime || column === runtime;
  return cellOf(value, { moment: element !== undefined && isMoment(element), clock });
}

/** The footer and the columns that are read, after their pages have been walked. */
function checkedMetadata(
  bytes: Uint8Array,
  path: string,
  { compressors, maxCells }: { compressors: Compressors; maxCells: number },
  problems: RunProblem[],
): { metadata: FileMetaData; columns: Map<string, SchemaElement> } {
  const metadata = readMetadata(bytes);
  if (metadata.schema.some(({ name }) => typeof name !== 'string')) throw new RunhueError('it has a column without a name');
  const columns = flatColumns(metadata, path, problems);
  let cells = 0;
  for (const group of metadata.row_groups) cells += checkGroup(bytes, group, columns, compressors, maxCells - cells);
  return { metadata, columns };
}

/** The footer: its bytes are walked before the library, which believes every length, reads them. */
function readMetadata(bytes: Uint8Array): FileMetaData {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = (offset: number): string => String.fromCharCode(...bytes.subarray(offset, offset + 4));
  if (bytes.length < 12 || magic(0) !== 'PAR1' || magic(bytes.length - 4) !== 'PAR1') {
    throw new RunhueError('it does not start and end as a Parquet file does; it may be cut off or encrypted');
  }
  const footerEnd = bytes.length - 8;
  const footerLength = view.getUint32(footerEnd, true);
  if (footerLength > footerEnd - 4) throw new RunhueError(`its footer of ${footerLength} bytes does not fit into the file`);
  readThriftStruct(view, footerEnd - footerLength, footerEnd);
  return parquetMetadata(bytes.subarray(footerEnd - footerLength), { geoparquet: false, parsers: cellParsers });
}

/** Top-level columns of single values, by name; the others are reported. */
function flatColumns({ schema }: FileMetaData, path: string, problems: RunProblem[]): Map<string, SchemaElement> {
  const columns = new Map<string, SchemaElement>();
  const leftOut = new Set<string>();
  for (let index = 1; index < schema.length; ) {
    const element = schema[index];
    const end = endOfColumn(schema, index);
    if (element !== undefined) {
      const isFlat = end === index + 1 && element.type !== undefined && element.repetition_type !== 'REPEATED' && element.logical_type?.type !== 'VARIANT';
      if (isFlat && !columns.has(element.name)) columns.set(element.name, element);
      else leftOut.add(element.name);
    }
    index = end;
  }
  for (const name of leftOut) columns.delete(name);
  if (leftOut.size > 0) {
    const named = [...leftOut].slice(0, 5).map((name) => JSON.stringify(name)).join(', ');
    problems.push(unreadableFile(path, `columns with nested values or repeated names were left out: ${named}${leftOut.size > 5 ? ' …' : ''}`, leftOut.size));
  }
  return columns;
}

/** Behind a schema element and all that it holds. */
function endOfColumn(schema: readonly SchemaElement[], start: number): number {
  let end = start;
  for (let open = 1; open > 0 && end < schema.length; end++) open += (schema[end]?.num_children ?? 0) - 1;
  return end;
}

/** Checks the group's flat columns and says how many cells they hold. */
function checkGroup(bytes: Uint8Array, group: RowGroup, columns: ReadonlyMap<string, SchemaElement>, compressors: Compressors, maxCells: number): number {
  const seen = new Set<string>();
  let cells = 0;
  for (const { meta_data: chunk } of group.columns) {
    const [name, ...more] = chunk?.path_in_schema ?? [];
    const element = name === undefined ? undefined : columns.get(name);
    if (chunk === undefined || name === undefined || element === undefined) continue;
    if (more.length > 0 || seen.has(name)) throw new RunhueError(`column "${name}" is there more than once`);
    seen.add(name);
    cells += checkPages(bytes, { chunk, element, compressors }, maxCells - cells);
  }
  return cells;
}

async function readGroup(
  bytes: Uint8Array,
  metadata: FileMetaData,
  columns: string[],
  compressors: Compressors,
): Promise<Map<string, ArrayLike<unknown>>> {
  const parts = new Map<string, ArrayLike<unknown>[]>();
  const file = {
    byteLength: bytes.length,
    slice: (start: number, end?: number): ArrayBuffer => bytes.slice(start, end).buffer,
  };
  await parquetRead({
    file,
    metadata,
    columns,
    compressors,
    parsers: cellParsers,
    geoparquet: false,
    onChunk: ({ columnName, columnData }) => {
      const chunks = parts.get(columnName);
      if (chunks === undefined) parts.set(columnName, [columnData]);
      else chunks.push(columnData);
    },
  });
  return new Map([...parts].map(([name, chunks]) => [name, chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : chunks.flatMap((chunk) => Array.from(chunk))]));
}
