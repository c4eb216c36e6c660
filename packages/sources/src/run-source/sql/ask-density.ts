import { RunSourceError, type AskOptions, type DensityAnswer, type DensityQuery, type PixelWindow, type RunColumn } from '@runhue/core';
import { bucketIndex } from '../../memory-source/count-cells.js';
import { cellFactor } from '../m4/pixel-columns.js';
import { numbersOf } from '../summarize-column.js';
import { columnSql } from './column-sql.js';
import { lineRows } from './line-rows.js';
import { askSql, runOrder, type SqlSource } from './source-state.js';
import { numbersAt } from './sql-statement.js';

type Query = DensityQuery & { readonly window: Required<PixelWindow> };

/**
 * Points per cell, counted by the engine.
 *
 * @param column The values that `query.buckets` speaks of, in the constant order of runs.
 */
export async function askDensity(source: SqlSource, query: Query, column: RunColumn | null, options: AskOptions): Promise<DensityAnswer> {
  const { metric, xAxis, window, rows, buckets } = query;
  const [lower, upper] = query.yDomain;
  const counts = Array.from({ length: (buckets?.edges.length ?? 0) + 1 }, () => new Uint32Array(window.columns * rows));
  const bucketOfRun = buckets === null || column === null ? null : numbersOf(column).map((value) => bucketIndex(buckets.edges, value));
  if (bucketOfRun?.length === 0) return { counts, fidelity: 'exact' };
  const answer = await askSql(source, options, (question) => {
    const { dialect, names } = question;
    const [low, high] = [question.number(lower), question.number(upper)];
    const factor = cellFactor(upper - lower, rows);
    const row = factor === 0 ? '0' : `least(floor((${high} - v) * ${question.number(factor)}), ${rows - 1})`;
    const within = `v >= ${low} AND v <= ${high}`;
    const runs = `SELECT ${names.runs.runId} AS run_id, row_number() OVER (ORDER BY ${runOrder(names)}) - 1 AS place FROM ${question.table('runs')}`;
    const withs: string[] = [];
    let from = `(${lineRows(question, { metric, xAxis, part: { side: 'within', domain: window.domain } })}) AS line`;
    let bucket = '0';
    if (bucketOfRun !== null) {
      withs.push(`buckets AS (SELECT heads.run_id AS run_id, listed.n AS bucket FROM (${runs}) AS heads JOIN (${dialect.numberedNumbers(question.numbers(bucketOfRun), bucketOfRun.length)}) AS listed ON heads.place = listed.i)`);
      from += ' JOIN buckets ON line.r = buckets.run_id';
      bucket = 'buckets.bucket';
    }
    const cells = `SELECT ${bucket} AS bucket, ${columnSql(question, 'x', window)} AS px, ${row} AS py FROM ${from} WHERE ${within}`;
    return question.ask(
      `density of "${metric}"`,
      withs,
      { bucket: ['number', 'bucket'], px: ['number', 'px'], py: ['number', 'py'], total: ['number', 'count(*)'] },
      `FROM (${cells}) AS cells WHERE bucket >= 0 GROUP BY bucket, px, py`,
    );
  });
  const [ofBucket, px, py, total] = [0, 1, 2, 3].map((at) => numbersAt(answer, at)) as [Float64Array, Float64Array, Float64Array, Float64Array];
  for (let i = 0; i < answer.rowCount; i += 1) {
    const cells = counts[ofBucket[i] ?? -1];
    if (cells === undefined) throw new RunSourceError('garbled', `density of "${metric}": the engine counted for bucket ${ofBucket[i]}, of ${counts.length}.`);
    cells[(py[i] ?? 0) * window.columns + (px[i] ?? 0)] = total[i] ?? 0;
  }
  return { counts, fidelity: 'exact' };
}
