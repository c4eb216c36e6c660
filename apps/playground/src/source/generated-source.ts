import { RunSourceError, type KeyEntry, type KeyId, type RunColumn, type RunHead, type RunSource, type SourceSeries, type YValue } from '@runhue/core';
import { createRandom } from '../data/made-runs.js';

export interface GeneratedOptions {
  readonly runs: number;
  /** Logged points of a run. */
  readonly steps: number;
  readonly name?: string;
}

const optimizers = ['adam', 'lion', 'rmsprop', 'sgd'];

/** What decides how a run went: made from its number, so that nothing is stored. */
interface Recipe {
  readonly level: number;
  readonly speed: number;
  readonly rate: number;
  readonly optimizer: string;
  readonly seed: number;
}

/**
 * A made-up project of any size: columns are computed when they are asked for, and lines when they are drawn. It stands in for an engine in stories,
 * and reduces lines to the lowest and highest of each pixel column.
 */
export function generatedSource({ runs, steps, name = 'Generator' }: GeneratedOptions): RunSource {
  const runIds = Array.from({ length: runs }, (_, i) => `run-${String(i + 1).padStart(7, '0')}`);
  const metrics = ['val/loss', 'train/loss', 'acc'];
  const columns = new Map<string, RunColumn>();
  const entries: KeyEntry[] = [
    entry('default:Step', 'number', runs, false),
    ...metrics.map((metric) => entry(`metric:${metric}`, 'number', runs, true)),
    ...Array.from({ length: 400 }, (_, i) => entry(`metric:layer${i + 1}/grad_norm`, 'number', runs, true)),
    entry('config:learning_rate', 'number', runs, true),
    entry('config:optimizer', 'category', runs, true),
    entry('config:seed', 'number', runs, true),
  ];
  const placeOf = (id: string): number => Number(id.slice(4)) - 1;

  function column(keyId: KeyId, yValue: YValue): RunColumn {
    const known = `${keyId} ${yValue}`;
    let made = columns.get(known);
    if (!made) columns.set(known, (made = makeColumn(keyId, yValue)));
    return made;
  }

  function makeColumn(keyId: KeyId, yValue: YValue): RunColumn {
    const base = { keyId, yValue, runIds };
    const at = keyId.slice(keyId.indexOf(':') + 1);
    if (keyId === 'config:optimizer') {
      const values = runIds.map((_, place) => recipeOf(place).optimizer);
      return { ...base, type: 'category', values, categoryIds: values.map((value) => `string:${value}`), nonFinite: null };
    }
    const numbers: Record<string, (recipe: Recipe, place: number) => number> = {
      'config:learning_rate': ({ rate }) => rate,
      'config:seed': ({ seed }) => seed % 1000,
      'default:Step': () => steps - 1,
    };
    const value = numbers[keyId] ?? ((recipe) => reduced(at, recipe, steps, yValue));
    const values = new Float64Array(runs);
    for (let place = 0; place < runs; place += 1) values[place] = place % 997 === 13 ? NaN : value(recipeOf(place), place);
    return { ...base, type: 'number', values };
  }

  function headOf(id: string): RunHead {
    const { optimizer, rate, seed } = recipeOf(placeOf(id));
    return { id, name: `${optimizer}-${placeOf(id) + 1}`, config: { optimizer, learning_rate: rate, seed: seed % 1000 }, state: 'finished', startTime: null };
  }

  return {
    abilities: {
      name,
      yValues: ['latest', 'max', 'min'],
      clocks: ['Step'],
      metricAsX: false,
      orderByKey: true,
      density: true,
      seriesFidelity: 'min-max',
      maxSeriesRuns: 1000,
    },
    async keys({ search = '', limit = 1000 }) {
      const found = entries.filter((key) => key.name.toLowerCase().includes(search.toLowerCase()));
      return { entries: found.slice(0, limit), total: found.length };
    },
    column: async ({ keyId, yValue }) => ({ column: column(keyId, yValue), fidelity: 'exact' }),
    summary: () => Promise.reject(new RunSourceError('refused', 'The generator keeps no summaries.')),
    async runs({ runIds: asked, limit, cursor = '0', search = '', orderBy }) {
      if (asked) return { runs: asked.filter((id) => placeOf(id) < runs).map(headOf), cursor: null, total: asked.length };
      const all = orderBy ? inOrder(column(orderBy.keyId, orderBy.yValue), orderBy.direction) : runIds;
      const found = search === '' ? all : all.filter((id) => id.includes(search) || headOf(id).name.includes(search));
      const end = Number(cursor) + limit;
      return { runs: found.slice(Number(cursor), end).map(headOf), cursor: end < found.length ? String(end) : null, total: found.length };
    },
    async extent({ metric }) {
      const y: readonly [number, number] = metric === 'acc' ? [0, 1] : [0.1, 4.4];
      return { x: [0, steps - 1], y, positive: [1, metric === 'acc' ? 0.001 : 0.1], runs, points: runs * steps, fidelity: 'exact' };
    },
    series: async ({ metric, runIds: asked, window: { domain, columns: width } }) => ({
      series: asked.map((runId) => lineOf(runId, recipeOf(placeOf(runId)), metric, { domain, width, steps })),
      fidelity: steps > 2 * width ? 'min-max' : 'exact',
    }),
    async density({ metric, window: { domain, columns: width }, yDomain, rows, buckets }) {
      const edges = buckets?.edges ?? [];
      const counts = Array.from({ length: edges.length + 1 }, () => new Uint32Array(rows * width));
      const values = buckets ? column(buckets.keyId, buckets.yValue).values : null;
      // A thousand runs stand for all of them: this is a story, not an engine.
      const stride = Math.max(1, Math.floor(runs / 1000));
      for (let place = 0; place < runs; place += stride) {
        const value = values ? Number(values[place]) : 0;
        if (!Number.isFinite(value)) continue;
        const cells = counts[edges.filter((edge) => edge <= value).length];
        const recipe = recipeOf(place);
        for (let c = 0; c < width; c += 1) {
          const x = domain[0] + ((c + 0.5) / width) * (domain[1] - domain[0]);
          const row = Math.floor(((yDomain[1] - curve(metric, recipe, x, steps)) / (yDomain[1] - yDomain[0])) * rows);
          if (cells && x >= 0 && x < steps && row >= 0 && row < rows) cells[row * width + c] = (cells[row * width + c] ?? 0) + stride;
        }
      }
      return { counts, fidelity: 'sampled' };
    },
  };
}

function entry(id: KeyId, type: KeyEntry['type'], runCount: number, varies: boolean): KeyEntry {
  const name = id.slice(id.indexOf(':') + 1);
  return { id, group: id.slice(0, id.indexOf(':')) as KeyEntry['group'], name, label: name, type, runCount, varies };
}

/** A number in [0, 1) from two whole ones (the finalizer of MurmurHash3). */
function mixed(a: number, b: number): number {
  let hash = Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35);
  return ((hash ^ (hash >>> 15)) >>> 0) / 4294967296;
}

function recipeOf(place: number): Recipe {
  const rate = 10 ** (-5 + 4 * mixed(place, 1));
  const optimizer = optimizers[Math.floor(mixed(place, 2) * optimizers.length)] ?? 'adam';
  const fit = 1 - Math.abs(Math.log10(rate) + 3) / 3;
  const level = 0.35 + 0.45 * Math.max(0, fit) * (0.6 + 0.4 * mixed(place, 3)) + (optimizer === 'adam' ? 0.08 : 0) + 0.06 * mixed(place, 4);
  return { level, rate, optimizer, speed: 3 + 12 * mixed(place, 5), seed: Math.floor(mixed(place, 6) * 4294967296) };
}

/** Where a run stands at a step, without its noise. */
function curve(metric: string, { level, speed, seed }: Recipe, step: number, steps: number): number {
  const progress = 1 - Math.exp((-speed * step) / steps);
  if (metric === 'acc') return Math.min(0.999, Math.max(0.001, level * progress));
  const floor = metric === 'train/loss' ? 0.2 + 2.1 * (1 - level) ** 2 : 0.3 + 2.6 * (1 - level) ** 1.5;
  const wobble = metric.startsWith('layer') ? 0.5 * mixed(seed, metric.length) : 0;
  return floor + wobble + (3.6 - floor) * (1 - progress);
}

function reduced(metric: string, recipe: Recipe, steps: number, yValue: YValue): number {
  const [first, last] = [curve(metric, recipe, 0, steps), curve(metric, recipe, steps - 1, steps)];
  return { latest: last, max: Math.max(first, last), min: Math.min(first, last) }[yValue];
}

function lineOf(runId: string, recipe: Recipe, metric: string, { domain, width, steps }: { domain: readonly [number, number]; width: number; steps: number }): SourceSeries {
  const random = createRandom(recipe.seed ^ metric.length);
  const first = Math.max(0, Math.floor(domain[0]) - 1);
  const last = Math.min(steps - 1, Math.ceil(domain[1]) + 1);
  const stride = Math.max(1, Math.floor((last - first) / (2 * width)));
  const x: number[] = [];
  const y: number[] = [];
  let drift = 0;
  for (let step = first; step <= last; step += stride) {
    drift = 0.85 * drift + (random() - 0.5) * (metric === 'acc' ? 0.015 : 0.06);
    x.push(step);
    y.push(curve(metric, recipe, step, steps) + drift);
  }
  return { runId, x: Float64Array.from(x), y: Float64Array.from(y), hiddenVariation: null, pointCount: last - first + 1, nonFiniteCount: 0 };
}

function inOrder({ values, runIds }: RunColumn, direction: 'ascending' | 'descending'): string[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const rank = (value: unknown): number => (typeof value === 'number' && !Number.isNaN(value) ? sign * value : Infinity);
  const ranks = Float64Array.from(runIds, (_, place) => rank(values[place]));
  const order = Uint32Array.from(runIds, (_, place) => place).sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
  return Array.from(order, (place) => runIds[place] ?? '');
}
