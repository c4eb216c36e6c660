import { RunSourceError } from '@runhue/core';

/** Where runs lie: tables or views, each `name` or `schema.name`. */
export interface SqlTables {
  /** One row per logged point. Default `points`. */
  readonly points?: string;
  /** One row per run. Default `runs`. */
  readonly runs?: string;
  /** One row per run and metric, kept up to date by the engine, so that keys and columns never read points. Default: none. */
  readonly summary?: string | null;
}

/** Columns of the table of points. Null: there is none. */
export interface SqlPointColumns {
  /** Default `run_id`. */
  readonly runId: string;
  /** The metric's name. Default `key`. */
  readonly key: string;
  /** Default `step`. */
  readonly step: string;
  /** NULL: not logged. Default `value`. */
  readonly value: string;
  /** Seconds since the epoch. Default `wall_time`. */
  readonly wallTime: string | null;
  /** Process seconds since the run's start. Default: none. */
  readonly runtime: string | null;
  /**
   * What grows as points are logged, so that of points with one run, key and step the last is taken. Default: none, and a run, key and
   * step occur once.
   */
  readonly order: string | null;
}

/** Columns of the table of runs. Null: there is none. */
export interface SqlRunColumns {
  /** Unique. Default `run_id`. */
  readonly runId: string;
  /** Default `name`; NULL or blank: the id. */
  readonly name: string | null;
  /** A JSON object as text. Default `config`. */
  readonly config: string | null;
  /** Default `state`. */
  readonly state: string | null;
  /** Seconds since the epoch, as a number. Default `start_time`. */
  readonly startTime: string | null;
  /** The order of runs, before their ids. Default: none. */
  readonly order: string | null;
}

/** Columns of the summary table. Null: there is none. */
export interface SqlSummaryColumns {
  readonly runId: string;
  readonly key: string;
  /** The value of the last step, whatever it is. Default `latest`. */
  readonly latest: string;
  /** Lowest and highest finite value, of the infinite ones if none is finite, else NULL or NaN. Default `min`, `max`. */
  readonly min: string;
  readonly max: string;
  /** Default `first_step`, `last_step`. */
  readonly firstStep: string;
  readonly lastStep: string;
  /**
   * Wall time of the last step that has one, that step (default: `lastStep`), lowest and highest wall time. Default: none, so that questions for
   * wall times read points, and wall times are not among the Keys.
   */
  readonly wallTime: string | null;
  readonly wallTimeStep: string | null;
  readonly minWallTime: string | null;
  readonly maxWallTime: string | null;
  /** The same of run times. Default: none. */
  readonly runtime: string | null;
  readonly runtimeStep: string | null;
  readonly minRuntime: string | null;
  readonly maxRuntime: string | null;
  /**
   * Logged points, lowest step above zero and lowest finite value above zero, NULL or NaN where there is none. Default: none; with all three the ends of
   * both axes along steps never read points.
   */
  readonly points: string | null;
  readonly minPositiveStep: string | null;
  readonly minPositive: string | null;
}

/** The columns, where they differ from the defaults. */
export interface SqlColumnNames {
  readonly points?: Partial<SqlPointColumns>;
  readonly runs?: Partial<SqlRunColumns>;
  readonly summary?: Partial<SqlSummaryColumns>;
}

/** The tables that a source reads. */
export type SqlTableRole = 'points' | 'runs' | 'summary';

/** Files instead of tables: a path, or several. */
export type SqlFiles = { readonly [role in SqlTableRole]?: string | readonly string[] };

/** Checked names in double quotes, fit to stand in a statement. */
export interface SqlNames {
  readonly tables: { readonly [role in SqlTableRole]: { readonly name: string; readonly files: readonly string[] | null } };
  readonly hasSummary: boolean;
  readonly points: SqlPointColumns;
  readonly runs: SqlRunColumns;
  readonly summary: SqlSummaryColumns;
}

const pointColumns: SqlPointColumns = { runId: 'run_id', key: 'key', step: 'step', value: 'value', wallTime: 'wall_time', runtime: null, order: null };
const runColumns: SqlRunColumns = { runId: 'run_id', name: 'name', config: 'config', state: 'state', startTime: 'start_time', order: null };
const noExtent = { points: null, minPositiveStep: null, minPositive: null };
const noClocks = { wallTime: null, wallTimeStep: null, minWallTime: null, maxWallTime: null, runtime: null, runtimeStep: null, minRuntime: null, maxRuntime: null };
const summaryColumns: SqlSummaryColumns = {
  runId: 'run_id',
  key: 'key',
  latest: 'latest',
  min: 'min',
  max: 'max',
  firstStep: 'first_step',
  lastStep: 'last_step',
  ...noClocks,
  ...noExtent,
};

/** The names of tables and columns, checked and quoted. Throws a RunSourceError (`invalid`) for one that is not a plain name. */
export function sqlNames(tables: SqlTables = {}, columns: SqlColumnNames = {}, files: SqlFiles = {}): SqlNames {
  const table = (role: SqlTableRole): SqlNames['tables'][SqlTableRole] => {
    const paths = files[role];
    return { name: quotedTable(role, tables[role] ?? role), files: paths === undefined ? null : [paths].flat() };
  };
  return {
    tables: { points: table('points'), runs: table('runs'), summary: table('summary') },
    hasSummary: files.summary !== undefined || (tables.summary ?? null) !== null,
    points: quotedColumns('points', pointColumns, columns.points),
    runs: quotedColumns('runs', runColumns, columns.runs),
    summary: quotedColumns('summary', summaryColumns, columns.summary),
  };
}

const plainName = /^[\p{L}_][\p{L}\p{N}_]{0,199}$/u;

function quotedTable(what: string, name: string): string {
  const parts = String(name).split('.');
  if (parts.length > 3 || !parts.every((part) => plainName.test(part))) {
    throw new RunSourceError('invalid', `tables.${what} is ${JSON.stringify(name)}; give a plain name such as "${what}" or "schema.${what}", or make a view of such a name.`);
  }
  return parts.map((part) => `"${part}"`).join('.');
}

function quotedColumns<T extends object>(table: string, defaults: T, given: Partial<T> | undefined): T {
  const names = { ...defaults, ...given };
  const quoted = Object.entries(names).map(([role, name]: [string, unknown]) => {
    if (name === null) {
      if ((defaults as Record<string, unknown>)[role] !== null && !optionalRoles.has(role)) fail(table, role, name);
      return [role, null];
    }
    return [role, typeof name === 'string' && plainName.test(name) ? `"${name}"` : fail(table, role, name)];
  });
  return Object.fromEntries(quoted) as T;
}

const optionalRoles = new Set(['name', 'config', 'state', 'startTime', 'order', ...Object.keys(noClocks), ...Object.keys(noExtent)]);

function fail(table: string, role: string, name: unknown): never {
  throw new RunSourceError('invalid', `columns.${table}.${role} is ${JSON.stringify(name)}; give the plain name of a column: letters, digits and _.`);
}
