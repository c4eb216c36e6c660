/** What a column of a chart export holds. */
export interface ChartColumn {
  readonly run: string;
  readonly metric: string;
  /** Positions in the header: the line itself, and the lowest and highest value of what it stands for. */
  readonly value: number;
  readonly min: number | null;
  readonly max: number | null;
}

export interface ChartColumns {
  readonly columns: readonly ChartColumn[];
  /** Columns that are no `<run> - <metric>`. */
  readonly unnamed: readonly string[];
  /** Columns where run and metric could be parted in another way, too. */
  readonly unclear: readonly string[];
}

const separator = ' - ';
const suffixes = ['__MIN', '__MAX'] as const;

/**
 * Parts the header of a W&B chart export into runs and metrics. Both may hold " - ": of all ways to part a column, the metric that
 * most columns share wins (it is the same for every run of a chart).
 */
export function chartColumns(header: readonly string[]): ChartColumns {
  const names = header.slice(1);
  const known = new Set(names);
  const isBand = (name: string): boolean => suffixes.some((suffix) => name.endsWith(suffix) && known.has(name.slice(0, -suffix.length)));
  const lines = names.flatMap((name, i) => (isBand(name) ? [] : [{ name, value: i + 1 }]));
  const shares = new Map<string, number>();
  for (const { name } of lines) for (const { metric } of partings(name)) shares.set(metric, (shares.get(metric) ?? 0) + 1);
  const columns: ChartColumn[] = [];
  const unnamed: string[] = [];
  const unclear: string[] = [];
  for (const { name, value } of lines) {
    const [best, next] = partings(name).sort((a, b) => (shares.get(b.metric) ?? 0) - (shares.get(a.metric) ?? 0));
    if (best === undefined) unnamed.push(name);
    else {
      if (next !== undefined && shares.get(next.metric) === shares.get(best.metric)) unclear.push(name);
      columns.push({ ...best, value, min: bandColumn(header, name, value, '__MIN'), max: bandColumn(header, name, value, '__MAX') });
    }
  }
  return { columns, unnamed, unclear };
}

/** All ways to part `<run> - <metric>`, the shortest metric first. */
function partings(name: string): { run: string; metric: string }[] {
  const ways = [];
  for (let at = name.lastIndexOf(separator); at > 0; at = name.lastIndexOf(separator, at - 1)) {
    ways.push({ run: name.slice(0, at), metric: name.slice(at + separator.length) });
  }
  return ways.filter(({ metric }) => metric !== '');
}

/** The band's column that belongs to the line at `value`: of equal names (two runs of one name) the next one. */
function bandColumn(header: readonly string[], name: string, value: number, suffix: string): number | null {
  const column = header.indexOf(name + suffix, value + 1);
  return column < 0 ? null : column;
}
