import type { RunProblem } from '@runhue/core';
import { type DroppedCells, droppedCells } from '../history/dropped-cells.js';
import type { Clock } from '../history/history-builder.js';
import { unreadableFile } from '../read-each-file.js';
import type { ReadContext } from '../run-format.js';
import type { ReadResult, SourceFile } from '../source-file.js';
import { csvHeader } from '../text/csv-header.js';
import { readCsvRows } from '../text/csv-rows.js';
import { numberCell } from '../text/number-cell.js';
import { chartColumns } from './chart-columns.js';
import { addChartPoint, chartHistory, type ChartRun, chartRuns } from './chart-runs.js';
import { type Chart, joinCharts } from './join-charts.js';

/**
 * Reads W&B chart exports ("Export CSV" of a line plot): an x column of any name, then `<run> - <metric>` with `…__MIN` and `…__MAX`
 * beside it. The x column gives the steps; it also gives the wall time or run time where its name says so.
 *
 * The run's id is its name (a chart has no ids, no config); runs of one name are numbered. A grouped chart's lines
 * (`optimizer: adam - loss`) are runs whose config holds the group. Where a point stands for several values, lowest and highest are
 * metrics of their own (`loss__MIN`, `loss__MAX`). Runs of one name in several files are one run, unless the files disagree.
 */
export async function readWandbChart(files: Iterable<SourceFile>, context?: ReadContext): Promise<ReadResult> {
  const charts: Chart[] = [];
  const problems: RunProblem[] = [];
  for (const file of files) charts.push(await readChart(file, problems, context));
  const joined = joinCharts(charts);
  return { runs: joined.runs, problems: [...problems, ...joined.problems] };
}

async function readChart(file: SourceFile, problems: RunProblem[], context?: ReadContext): Promise<Chart> {
  let xColumn = '';
  const dropped = droppedCells();
  let runs: ChartRun[] = [];
  let clockOf = stepClock;
  let unplaced = 0;
  const stopped = await readCsvRows(
    file,
    { delimiter: csvHeader(file)?.delimiter ?? ',' },
    (cells, index) => {
      if (index === 0) {
        xColumn = cells[0] ?? '';
        clockOf = clockNamed(xColumn);
        const parsed = chartColumns(cells);
        runs = chartRuns(parsed.columns);
        for (const name of parsed.unnamed) problems.push(unreadableFile(file.path, `column ${JSON.stringify(name)} is no "<run> - <metric>"; left out`));
        for (const name of parsed.unclear) problems.push({ ...unreadableFile(file.path, `column ${JSON.stringify(name)} can be parted into run and metric in more than one way; parted at the last " - "`), code: 'ambiguous' });
        return;
      }
      const x = numberCell(cells[0] ?? '');
      if (x === undefined) unplaced += 1;
      else for (const run of runs) addPoints(run, cells, clockOf(x), file.path, dropped);
    },
    context,
  );
  if (unplaced > 0) problems.push(unreadableFile(file.path, `${unplaced} rows have no number in the x column; left out`, unplaced));
  if (stopped !== null) problems.push(unreadableFile(file.path, `${stopped}; what follows is left out`));
  problems.push(...dropped.problems());
  return { path: file.path, xColumn, runs: runs.map((run) => ({ id: run.id, name: run.name, config: run.config, history: chartHistory(run) })) };
}

function addPoints(run: ChartRun, cells: readonly string[], clock: Clock, path: string, dropped: DroppedCells): void {
  for (const { metric, value: column, min, max } of run.columns) {
    const cell = cells[column] ?? '';
    if (cell === '') continue;
    const value = numberCell(cell);
    if (value === undefined) dropped.add(path, metric, cell);
    else addChartPoint(run, metric, clock, value, min === null && max === null ? [null, null] : [bandCell(cells, min, value), bandCell(cells, max, value)]);
  }
}

function bandCell(cells: readonly string[], column: number | null, value: number): number {
  return column === null ? value : numberCell(cells[column] ?? '') ?? value;
}

const stepClock = (x: number): Clock => ({ step: x, wallTime: NaN, runtime: NaN });

function clockNamed(name: string): (x: number) => Clock {
  if (/^(_timestamp|wall time)$/i.test(name)) return (x) => ({ step: x, wallTime: x, runtime: NaN });
  if (/^(_runtime|relative time \(process\))$/i.test(name)) return (x) => ({ step: x, wallTime: NaN, runtime: x });
  return stepClock;
}
