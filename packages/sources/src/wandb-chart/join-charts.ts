import type { RunInput, RunProblem } from '@runhue/core';
import { joinRuns } from '../join-runs.js';
import { unreadableFile } from '../read-each-file.js';
import { stemOf } from '../run-path.js';

/** What one chart export holds. */
export interface Chart {
  readonly path: string;
  readonly xColumn: string;
  readonly runs: readonly RunInput[];
}

/**
 * Joins charts: runs of one name in charts over the same x column are one run with the metrics of all. A chart that has a metric of a run
 * a second time, or another x column, is kept apart under its file's name, and reported where names meet.
 */
export function joinCharts(charts: readonly Chart[]): { runs: RunInput[]; problems: RunProblem[] } {
  let joined: RunInput[] = [];
  let xColumn: string | null = null;
  const apart: RunInput[] = [];
  const problems: RunProblem[] = [];
  for (const chart of charts) {
    const metrics = new Map(joined.map((run) => [run.id, run.history ?? {}]));
    const shared = chart.runs.filter((run) => metrics.has(run.id));
    const repeats = shared.some((run) => Object.keys(run.history ?? {}).some((metric) => metric in (metrics.get(run.id) ?? {})));
    if (shared.length === 0 || (!repeats && chart.xColumn === xColumn)) {
      joined = joinRuns([joined, chart.runs]).runs;
      xColumn ??= chart.xColumn;
    } else {
      for (const run of chart.runs) apart.push({ ...run, id: `${run.id} (${stemOf(chart.path)})` });
      const reason = repeats ? 'the same metric is in another file, too' : `its x column is "${chart.xColumn}", not "${xColumn}"`;
      const message = `${shared.length} runs have names that another chart has ("${shared[0]?.id}" is the first), but ${reason}; the runs of this file are kept apart`;
      problems.push({ ...unreadableFile(chart.path, message, shared.length), code: 'ambiguous' });
    }
  }
  return { runs: [...joined, ...apart], problems };
}
