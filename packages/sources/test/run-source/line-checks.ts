import type { ExtentAnswer, PixelWindow, SourceSeries } from '@runhue/core';
import { expect } from 'vitest';
import { fullLine } from './full-line.js';
import { lineFacts } from './line-facts.js';
import { axesFor, numbers, sample, type SourcePair } from './source-pair.js';

function metricsOf({ entries }: SourcePair, count: number): string[] {
  return [...sample(entries.filter(({ group }) => group === 'metric').map(({ name }) => name), count), 'nobody logged this'];
}

/** The ends of both axes, for every x axis that the source has; a sampled extent lies within the exact one. */
export async function expectSameExtents(pair: SourcePair, maySample: boolean, count = 6): Promise<void> {
  const plain = ({ x, y, positive, ...rest }: ExtentAnswer): unknown => ({ ...rest, x: x && numbers(x), y: y && numbers(y), positive: [...positive] });
  for (const metric of metricsOf(pair, count)) {
    for (const xAxis of axesFor(pair, metric)) {
      const extent = await pair.source.extent({ metric, xAxis });
      const expected = await pair.oracle.extent({ metric, xAxis });
      if (maySample && extent.fidelity === 'sampled') expectWithin(extent, expected, `${metric} along ${xAxis}`);
      else expect(plain(extent), `${metric} along ${xAxis}`).toEqual(plain(expected));
    }
  }
}

function expectWithin(extent: ExtentAnswer, whole: ExtentAnswer, what: string): void {
  for (const axis of ['x', 'y'] as const) {
    const [lower, upper] = extent[axis] ?? whole[axis] ?? [0, 0];
    const [lowest, highest] = whole[axis] ?? (extent[axis] === null ? [0, 0] : [NaN, NaN]);
    expect(lower >= lowest && upper <= highest, `${what}: ${axis} from ${lower} to ${upper} within ${lowest} to ${highest}`).toBe(true);
  }
  expect(extent.runs, what).toBeLessThanOrEqual(whole.runs);
  expect(extent.points, what).toBeLessThanOrEqual(whole.points);
}

/** Windows to try on values of x from `left` to `right`. Odd sizes keep points off the borders of columns of log axes. */
function windowsOn([left, right]: readonly [number, number]): PixelWindow[] {
  const at = (part: number): number => left * (1 - part) + right * part;
  const windows: PixelWindow[] = [
    { domain: [left, right], columns: 1 },
    { domain: [left, right], columns: 37 },
    { domain: [left, right], columns: 1000 },
    { domain: [at(0.3), at(0.55)], columns: 11 },
    { domain: [left - (right - left) * 0.31, at(0.9)], columns: 23 },
    { domain: [right + 1, right + 2], columns: 10 },
    { domain: [left, left], columns: 5 },
    { domain: [left, right], columns: 17, scale: 'symlog', symlogConstant: 0.77 },
  ];
  if (right > 0) windows.push({ domain: [Math.max(left, right / 977.3), right], columns: 19, scale: 'log' });
  return windows.filter(({ domain }) => domain.every(Number.isFinite) && domain[0] <= domain[1]);
}

/** Lines that make the same picture as all points, and no more points than that takes. */
export async function expectSameSeries(pair: SourcePair, count = 2): Promise<void> {
  const { source, oracle, runs } = pair;
  const some = sample(runs, Math.min(runs.length > 24 ? 10 : 24, source.abilities.maxSeriesRuns)).toReversed();
  const runIds = ['no such run', ...some.map(({ id }) => id), ...some.slice(0, 1).map(({ id }) => id)].slice(0, source.abilities.maxSeriesRuns);
  for (const metric of metricsOf(pair, count)) {
    for (const xAxis of axesFor(pair, metric)) {
      const { x: ends } = await oracle.extent({ metric, xAxis });
      const expected = linesOf(pair, runIds, metric, xAxis);
      for (const window of ends ? windowsOn(ends) : [{ domain: [0, 1], columns: 10 } as const]) {
        const what = `${metric} along ${xAxis} in ${window.columns} columns of [${window.domain.join(', ')}]`;
        const answer = await source.series({ metric, xAxis, runIds, window });
        expect(answer.series.map(({ runId }) => runId), what).toEqual([...expected.keys()]);
        for (const series of answer.series) {
          const line = expected.get(series.runId);
          if (line) expectPicture(series, line, window, answer.fidelity === 'exact', `run ${series.runId}: ${what}`);
        }
      }
    }
  }
}

/** All points of the runs that have any, in the order asked. */
function linesOf({ runs }: SourcePair, runIds: readonly string[], metric: string, xAxis: string): Map<string, { x: number[]; y: number[] }> {
  const byId = new Map(runs.map((run) => [run.id, run]));
  return new Map(
    [...new Set(runIds)].flatMap((runId) => {
      const run = byId.get(runId);
      const line = run && fullLine(run, metric, xAxis);
      return line ? [[runId, line] as const] : [];
    }),
  );
}

function expectPicture(series: SourceSeries, full: { x: number[]; y: number[] }, window: PixelWindow, exact: boolean, what: string): void {
  const wanted = lineFacts(full, window);
  const found = lineFacts(series, window);
  expect(found.stretches, what).toEqual(wanted.stretches);
  const varied = found.variations.findIndex((variation, i) => !(Math.abs(variation - (wanted.variations[i] ?? NaN)) <= variation * 1e-9));
  expect(varied === -1 ? null : { found: found.variations[varied], wanted: wanted.variations[varied] }, `${what}: variation of stretch ${varied}`).toBeNull();
  const hidden = series.hiddenVariation ?? new Float64Array(series.x.length);
  let held = 0;
  let complete = true;
  const wrong: string[] = [];
  for (const [column, points] of wanted.byColumn) {
    const kept = found.byColumn.get(column) ?? [];
    held += kept.length;
    complete &&= kept.length === points.length;
    if (!isPartOf(kept, points)) wrong.push(`column ${column} holds points that were not logged, or not in this order`);
    else if (column < 0 || column >= window.columns ? kept.length !== 1 : (exact || points.length <= 4) && kept.length < points.length) wrong.push(`column ${column} lacks points`);
    else if (kept.length > mostPoints(points, exact)) wrong.push(`column ${column} holds ${kept.length} of ${points.length} points`);
  }
  if (series.x.length !== held) wrong.push('there are points beyond the neighbours');
  if (hidden.length !== series.x.length || hidden.some((value) => !(value >= 0))) wrong.push('there is not one variation, from 0 on, for each point');
  if (complete && hidden.some((value) => value > 0)) wrong.push('nothing was left out, but something is hidden');
  expect(wrong, what).toEqual([]);
  const inside = full.y.filter((_, i) => (full.x[i] ?? NaN) >= window.domain[0] && (full.x[i] ?? NaN) <= window.domain[1]);
  expect([series.pointCount, series.nonFiniteCount], `${what}: counts`).toEqual([inside.length, inside.filter((y) => !Number.isFinite(y)).length]);
}

/** Four for each stretch between gaps, unless the column is small or whole; gaps may keep all their points. */
function mostPoints(points: readonly string[], exact: boolean): number {
  if (exact || points.length <= 4) return points.length;
  const gaps = points.filter(isGap).length;
  const stretches = points.filter((point, i) => !isGap(point) && (i === 0 || isGap(points[i - 1] ?? ''))).length;
  return Math.min(points.length, stretches * 4 + gaps);
}

function isGap(point: string): boolean {
  return point.endsWith(' gap');
}

function isPartOf(part: readonly string[], whole: readonly string[]): boolean {
  let next = 0;
  for (const point of whole) if (point === part[next]) next += 1;
  return next === part.length;
}

/** Points per cell and bucket, counted as the oracle counts. */
export async function expectSameDensities(pair: SourcePair, count = 2): Promise<void> {
  const { source, oracle, entries, yValues } = pair;
  if (source.density === undefined || oracle.density === undefined) return;
  const numbersKey = entries.find(({ group, type, varies }) => group === 'config' && type === 'number' && varies)?.id;
  for (const metric of metricsOf(pair, count)) {
    const yValue = yValues[0] ?? 'latest';
    const buckets = [null, { keyId: `metric:${metric}` as const, yValue, edges: [0, 1, 5] }, ...(numbersKey ? [{ keyId: numbersKey, yValue, edges: [0.5] }] : [])];
    for (const xAxis of axesFor(pair, metric)) {
      const { x, y } = await oracle.extent({ metric, xAxis });
      const [lower, upper] = y ?? [0, 1];
      const yDomains = [[lower, upper], [lower * 0.8 + upper * 0.2, lower * 0.2 + upper * 0.8], [lower, lower]] as const;
      for (const [i, window] of (x ? windowsOn(x).filter((window) => window.columns < 100) : []).entries()) {
        const query = { metric, xAxis, window, yDomain: yDomains[i % 3] ?? [0, 1], rows: [1, 7, 30][i % 3] ?? 1, buckets: buckets[i % buckets.length] ?? null };
        const [answer, expected] = [await source.density(query), await oracle.density(query)];
        expect(answer.counts.map((counts) => Array.from(counts)), `${metric} along ${xAxis}, window ${i}`).toEqual(expected.counts.map((counts) => Array.from(counts)));
        expect(answer.fidelity).toBe('exact');
      }
    }
  }
}
