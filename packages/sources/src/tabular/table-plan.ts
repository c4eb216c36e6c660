/** Which columns of a table are no metrics but say of which run, metric and moment a row is. */
export interface TablePlan {
  /** The x axis; null: a row's position in its run. */
  readonly step: string | null;
  /** Seconds since the epoch, milliseconds, or date texts; not a metric of its own. */
  readonly wallTime: string | null;
  /** Seconds since the run's start; not a metric of its own. */
  readonly runtime: string | null;
  /** Columns that together tell runs apart; none: the file is one run. */
  readonly run: readonly string[];
  /** Display name of the run. */
  readonly runName: string | null;
  /** Long form: the column with the metric's name, and the one with its value. */
  readonly metric: string | null;
  readonly value: string | null;
  /** Columns that are config whatever they hold; those that start with `config/` or `config.` always are. */
  readonly config: readonly string[];
}

export const stepNames: readonly string[] = [
  '_step', 'step', 'global_step', 'global step', 'steps', 'time/total_timesteps', 'timesteps_total', 'total_timesteps', 'num_timesteps',
  'timesteps', 'timestep', 'training_iteration', 'iteration', 'iterations', 'iter', 'epoch', 'epochs', 'episode', 'episodes', 'round', 'batch', 'index', 'x',
];
const wallTimeNames = ['_timestamp', 'timestamp', 'wall_time', 'wall time', 'walltime'];
const runtimeNames = ['_runtime', 'runtime', 'relative time (process)', 'time/time_elapsed', 'time_total_s', 'elapsed'];
export const runNames: readonly string[] = ['run_id', 'run id', 'runid', 'run_uuid', 'run', 'trial_id'];
const runLabelNames = ['run_name', 'run name', 'display_name'];
const metricNames = ['metric', 'metric_name', 'tag', 'key', 'variable'];
const valueNames = ['value', 'metric_value'];

/**
 * The plan that the names of a table's columns suggest, with `chosen` put in its place where it is given. Of several columns that count
 * steps, one that is filled in the first row comes first.
 */
export function planTable(names: readonly string[], chosen: Partial<TablePlan> = {}, firstRow: readonly unknown[] = []): TablePlan {
  const byPlainName = new Map(names.map((name) => [name.trim().toLowerCase(), name]));
  const filled = new Set(names.filter((_, i) => firstRow[i] !== undefined && firstRow[i] !== null && firstRow[i] !== ''));
  const find = (candidates: readonly string[]): string | null => findAll(candidates)[0] ?? null;
  const findAll = (candidates: readonly string[]): string[] => candidates.flatMap((name) => byPlainName.get(name) ?? []);
  const steps = findAll(stepNames);
  const value = find(valueNames);
  const metric = value === null ? null : find(metricNames);
  const run = find(runNames);
  const runName = find(runLabelNames);
  return {
    step: steps.find((name) => filled.has(name)) ?? steps[0] ?? null,
    wallTime: find(wallTimeNames),
    runtime: find(runtimeNames),
    run: run !== null ? [run] : runName !== null ? [runName] : [],
    runName,
    metric,
    value: metric === null ? null : value,
    config: [],
    ...chosen,
  };
}
