import type { RunProblem, SeriesInput } from '@runhue/core';

/**
 * Metrics logged without `step` have all their points at step 0, of which only the last one can be shown: a problem that
 * counts the others, or null.
 */
export function sameStepProblem(runId: string, history: ReadonlyMap<string, SeriesInput>): RunProblem | null {
  const metrics: string[] = [];
  let hidden = 0;
  for (const [metric, { steps }] of history) {
    if (steps.length < 2 || !isConstant(steps)) continue;
    metrics.push(metric);
    hidden += steps.length - 1;
  }
  const [first] = metrics;
  if (first === undefined) return null;
  const more = metrics.length > 1 ? ` and ${metrics.length - 1} more` : '';
  const step = history.get(first)?.steps[0];
  const message = `Run "${runId}": all points of metric "${first}"${more} are at step ${step}, so ${hidden} of them lie behind the last one; log with step=… to see a curve.`;
  return { inputIndex: -1, runId, code: 'ambiguous', message, key: first, count: hidden };
}

function isConstant(steps: ArrayLike<unknown>): boolean {
  for (let index = 1; index < steps.length; index++) if (steps[index] !== steps[0]) return false;
  return true;
}
