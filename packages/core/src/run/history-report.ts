import { countOf } from './dropped-cells.js';
import type { RunProblem } from './run-problem.js';

/** Takes a problem of one run; the run's place and id are filled in by whoever made it. */
export type ReportProblem = (problem: Omit<RunProblem, 'inputIndex' | 'runId'>) => void;

/** The things that can be wrong with a history, each said once per run or once per run and metric. */
export interface HistoryReport {
  history(value: string): void;
  rows(count: number): void;
  steps(metric: string | null, count: number, samples: string): void;
  values(metric: string, count: number, samples: string): void;
  metric(metric: string, value: string): void;
  /** `count` points came under another spelling of the metric's name. */
  merged(metric: string, count: number): void;
  column(metric: string, column: string): void;
  /** `columns` tells the lengths, the same in every language: `steps: 3, values: 2`. */
  lengths(metric: string, count: number, what: string, columns: string): void;
}

/** `subject` names the run, for example `Run "ab12"`. */
export function createHistoryReport(subject: string, report: ReportProblem): HistoryReport {
  return {
    history(value) {
      const message = `${subject}: its history is ${value}; give a list of rows, or columns such as {acc: {steps, values}}.`;
      report({ code: 'invalid-history', message, params: { value } });
    },
    rows(count) {
      const message = `${subject}: ${countOf(count, 'history row')} dropped that ${count === 1 ? 'is not an object' : 'are not objects'}; a row looks like {_step: 0, acc: 0.5}.`;
      report({ code: 'invalid-history', message, count, params: { count } });
    },
    steps(metric, count, samples) {
      const what = metric === null ? countOf(count, 'history row') : `metric "${metric}" has ${countOf(count, 'point')}`;
      const message = `${subject}: ${what} without a finite step (${samples}), dropped; give every point a number as its step.`;
      report({ code: 'invalid-step', message, count, ...(metric === null ? {} : { key: metric }), params: { samples } });
    },
    values(metric, count, samples) {
      const are = count === 1 ? 'is not a number' : 'are not numbers';
      const message = `${subject}: metric "${metric}" has ${countOf(count, 'value')} that ${are} (${samples}), dropped; log numbers, or null for nothing.`;
      report({ code: 'invalid-value', message, count, key: metric, params: { samples } });
    },
    metric(metric, value) {
      const message = `${subject}: metric "${metric}" is ${value}, dropped; give columns as {steps, values}, or the history as a list of rows.`;
      report({ code: 'invalid-history', message, key: metric, params: { value } });
    },
    merged(metric, count) {
      const message = `${subject}: metric "${metric}" is logged by its dotted name and inside an object; its points became one series (${countOf(count, 'point')} of the second spelling). Give one of them another name.`;
      report({ code: 'ambiguous', message, count, key: metric, params: {} });
    },
    column(metric, column) {
      const message = `${subject}: metric "${metric}" is without a column of ${column}, dropped; give columns as {steps, values}, or the history as a list of rows.`;
      report({ code: 'invalid-history', message, key: metric, params: { column } });
    },
    lengths(metric, count, what, columns) {
      const message = `${subject}: metric "${metric}" has columns of unequal length (${what}); give every point a step and a value.`;
      report({ code: 'length-mismatch', message, count, key: metric, params: { columns } });
    },
  };
}
