import { parseKeyId, type ColumnQuery, type YValue } from '@runhue/core';
import { loggedPoints } from './logged-points.js';
import { runStarts } from './run-starts.js';
import type { SqlQuestion } from './sql-question.js';

/** Rows `r, v`, at most one per run, for a metric or a default metric: NaN or NULL for no value, ±Infinity for non-finite. */
function valuePerRun(question: SqlQuestion, { keyId, yValue }: ColumnQuery): string {
  const { group, name } = parseKeyId(keyId) ?? { group: 'metric', name: keyId };
  if (group === 'metric') return metricPerRun(question, name, yValue);
  if (name === 'Step') return stepPerRun(question, yValue);
  if (name === 'Relative Time (Process)') return clockPerRun(question, 't', yValue);
  const wall = clockPerRun(question, 'w', yValue);
  if (name === 'Wall Time') return wall;
  return `SELECT wall.r AS r, wall.v - starts.start AS v FROM (${wall}) AS wall JOIN (${runStarts(question)}) AS starts ON wall.r = starts.r`;
}

/** The table of runs as `heads`, each with its value `found.v` for a metric or a default metric, NULL or NaN for none. */
export function headsWithValues(question: SqlQuestion, query: ColumnQuery): string {
  const { dialect, names } = question;
  const values = `SELECT per_run.r AS r, ${dialect.toNullable('per_run.v')} AS v FROM (${valuePerRun(question, query)}) AS per_run`;
  return `${question.table('runs')} AS heads LEFT JOIN (${values}) AS found ON heads.${names.runs.runId} = found.r`;
}

/** A value of a series as `Series` keeps it, over rows `p` with `s` and `v`. */
export function seriesValue({ dialect }: SqlQuestion, yValue: YValue): string {
  if (yValue === 'latest') return dialect.aggregate('argMax', ['p.v', 'p.s']);
  const over = (condition: string): string => dialect.aggregate(yValue, ['p.v'], `${condition}(p.v)`);
  return `coalesce(${over(dialect.isFinite)}, ${over(dialect.isInfinite)})`;
}

function metricPerRun(question: SqlQuestion, metric: string, yValue: YValue): string {
  const { dialect, names } = question;
  const { summary } = names;
  const key = question.text(metric);
  if (names.hasSummary) {
    return `SELECT ${summary.runId} AS r, ${dialect.toNumber(summary[yValue])} AS v FROM ${question.table('summary')} WHERE ${summary.key} = ${key}`;
  }
  return `SELECT p.r AS r, ${seriesValue(question, yValue)} AS v FROM (${loggedPoints(question, { key })}) AS p GROUP BY p.r`;
}

function stepPerRun(question: SqlQuestion, yValue: YValue): string {
  const { dialect, names } = question;
  const { summary } = names;
  const reduce = yValue === 'min' ? 'min' : 'max';
  if (names.hasSummary) {
    const step = dialect.toNumber(yValue === 'min' ? summary.firstStep : summary.lastStep);
    return `SELECT ${summary.runId} AS r, ${dialect.aggregate(reduce, [step])} AS v FROM ${question.table('summary')} GROUP BY ${summary.runId}`;
  }
  return `SELECT p.r AS r, ${dialect.aggregate(reduce, ['p.s'])} AS v FROM (${loggedPoints(question)}) AS p GROUP BY p.r`;
}

/** A clock of a run over all its metrics; latest is the last known time by step, the later one where steps are equal. */
function clockPerRun(question: SqlQuestion, clock: 'w' | 't', yValue: YValue): string {
  const { dialect } = question;
  if (yValue !== 'latest') return `SELECT p.r AS r, ${dialect.aggregate(yValue, ['p.c'])} AS v FROM (${clockRows(question, clock, yValue)}) AS p WHERE ${dialect.isFinite}(p.c) GROUP BY p.r`;
  const last = dialect.aggregate('argMax', ['p.c', dialect.tuple('p.s', 'p.c')]);
  return `SELECT p.r AS r, ${last} AS v FROM (${clockRows(question, clock, yValue)}) AS p WHERE ${dialect.isFinite}(p.c) GROUP BY p.r`;
}

/** Rows `r, s, c` that hold the clock's ends: those of the summary table, else per metric or per point. */
function clockRows(question: SqlQuestion, clock: 'w' | 't', yValue: YValue): string {
  const { dialect, names } = question;
  const { summary } = names;
  const columns = clock === 'w' ? [summary.wallTime, summary.minWallTime, summary.maxWallTime] : [summary.runtime, summary.minRuntime, summary.maxRuntime];
  const column = columns[['latest', 'min', 'max'].indexOf(yValue)] ?? null;
  if (names.hasSummary && column !== null) {
    const step = (clock === 'w' ? summary.wallTimeStep : summary.runtimeStep) ?? summary.lastStep;
    return `SELECT ${summary.runId} AS r, ${dialect.toNumber(step)} AS s, ${dialect.toNumber(column)} AS c FROM ${question.table('summary')}`;
  }
  const points = loggedPoints(question);
  if (yValue !== 'latest') return `SELECT p.r AS r, p.s AS s, p.${clock} AS c FROM (${points}) AS p`;
  const perMetric = `${dialect.aggregate('max', ['s'])} AS last_s, ${dialect.aggregate('argMax', [clock, 's'])} AS last_c`;
  return `SELECT r, last_s AS s, last_c AS c FROM (SELECT r, k, ${perMetric} FROM (${points}) AS all_points WHERE ${dialect.isFinite}(${clock}) GROUP BY r, k) AS metrics`;
}
