import type { HistoryColumns, HistoryRow, RunInput } from '@runhue/core';

/** One metric of one run, read from the story's own data, not through the kit. */
export interface PlainSeries {
  readonly id: string;
  readonly steps: readonly number[];
  readonly values: readonly number[];
}

/** A place on a plot where one run's line lies apart from all others. */
export interface LonelyPoint {
  readonly id: string;
  /** CSS px in the window. */
  readonly x: number;
  readonly y: number;
}

/** Where values lie, as the axes' own labels say. */
export interface AxisReading {
  x(step: number): number;
  y(value: number): number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function plainSeries(runs: readonly RunInput[], metric: string): PlainSeries[] {
  return runs.flatMap(({ id, history }) => {
    const series = isRows(history) ? fromRows(history, metric) : (history as HistoryColumns | undefined)?.[metric];
    if (!series) return [];
    return [{ id: String(id), steps: Array.from(series.steps, Number), values: Array.from(series.values, Number) }];
  });
}

/** The bucket of each run under equal width, counted from 0, by the formula of the specification. */
export function expectedBuckets(values: ReadonlyMap<string, number>, count: number): ReadonlyMap<string, number> {
  const [min, max] = [Math.min(...values.values()), Math.max(...values.values())];
  const edges = Array.from({ length: count - 1 }, (_, i) => min * (1 - (i + 1) / count) + max * ((i + 1) / count));
  return new Map([...values].map(([id, value]) => [id, edges.filter((edge) => value >= edge).length]));
}

/** For every run, a point that is `gap` px clear of every other line, where there is one; lines that are `alike` may be near. */
export function lonelyPoints(
  series: readonly PlainSeries[],
  axes: AxisReading,
  gap: number,
  alike: (id: string, other: string) => boolean = () => false,
): LonelyPoint[] {
  const stepsPerPixel = 1 / (axes.x(1) - axes.x(0));
  const clear = (one: PlainSeries, step: number, y: number): boolean =>
    [-2, -1, 0, 1, 2].every((px) => !(Math.abs(axes.y(valueAt(one, step + px * stepsPerPixel)) - y) < gap));
  return series.flatMap(({ id, steps, values }) => {
    for (let i = steps.length - 2; i > 0; i--) {
      const step = steps[i] ?? 0;
      const [x, y] = [axes.x(step), axes.y(values[i] ?? NaN)];
      const inside = y > axes.top + 4 && y < axes.bottom - 4 && x > axes.left + 4 && x < axes.right - 4;
      if (!inside) continue;
      if (series.every((other) => other.id === id || alike(id, other.id) || clear(other, step, y))) return [{ id, x, y }];
    }
    return [];
  });
}

/** The other line's height at this step, between its points. */
function valueAt({ steps, values }: PlainSeries, step: number): number {
  const right = steps.findIndex((other) => other >= step);
  if (right <= 0) return values[Math.max(0, right)] ?? NaN;
  const [x0, x1] = [steps[right - 1] ?? 0, steps[right] ?? 0];
  const [y0, y1] = [values[right - 1] ?? NaN, values[right] ?? NaN];
  return y0 + ((y1 - y0) * (step - x0)) / (x1 - x0);
}

function isRows(history: RunInput['history']): history is readonly HistoryRow[] {
  return Array.isArray(history);
}

function fromRows(rows: readonly HistoryRow[], metric: string): { steps: number[]; values: number[] } {
  const logged = rows.map((row, i) => [Number(row['_step'] ?? i), row[metric]] as const).filter(([, value]) => value != null);
  return { steps: logged.map(([step]) => step), values: logged.map(([, value]) => Number(value)) };
}
