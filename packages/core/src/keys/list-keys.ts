import type { ConfigValue, Run } from '../run/run.js';
import { isConfigLevel } from './config-leaf.js';
import { hasDefaultMetric, readDefaultMetric } from './default-metric.js';
import type { KeyEntry } from './key-entry.js';
import { configKey, defaultKey, defaultMetrics, metricKey, parseKeyId, type KeyId } from './key-id.js';
import { compareNatural } from './natural-order.js';
import { createValueProfile, createVariation, type ValueProfile } from './value-profile.js';

/** What `listKeys` may be told. */
export interface ListKeysOptions {
  /** Display names by key id (`metric:acc`) or, for metrics and config alike, by plain name (`acc`). The id wins. */
  readonly keyLabels?: { readonly [keyIdOrName: string]: string };
}

/**
 * Every Key that runs can be coloured by: default metrics, then metrics, then config. Within a group, keys that vary come
 * first, each part in natural order of the names (default metrics keep theirs), so that the list is the same for the same
 * runs in any order. A default metric is offered when a run carries what it needs; a metric when a run logged it, if only as NaN; a
 * config key when a run has a value other than null.
 */
export function listKeys(runs: readonly Run[], { keyLabels = {} }: ListKeysOptions = {}): KeyEntry[] {
  const label = (id: KeyId, name: string): string => {
    for (const known of [id, name]) if (Object.hasOwn(keyLabels, known)) return keyLabels[known] ?? name;
    return name;
  };
  const entries = [...listDefaultMetrics(runs), ...listMetrics(runs), ...listConfig(runs)];
  return entries.map(({ id, type, runCount, varies }): KeyEntry => {
    const { group, name } = parseKeyId(id) ?? { group: 'metric', name: id };
    return { id, group, name, label: label(id, name), type, runCount, varies };
  });
}

type Found = Pick<KeyEntry, 'id' | 'type' | 'runCount' | 'varies'>;

function varyingFirst(found: readonly Found[]): Found[] {
  return [...found.filter((key) => key.varies), ...found.filter((key) => !key.varies)];
}

function naturally(found: readonly Found[]): Found[] {
  return varyingFirst(found.toSorted((a, b) => compareNatural(a.id, b.id)));
}

function listDefaultMetrics(runs: readonly Run[]): Found[] {
  const found: Found[] = [];
  for (const metric of defaultMetrics) {
    const having = runs.filter((run) => hasDefaultMetric(run, metric));
    if (having.length === 0) continue;
    const latest = createVariation();
    for (const run of having) latest.add(readDefaultMetric(run, metric, 'latest'));
    const type = metric === 'Wall Time' ? 'date' : 'number';
    found.push({ id: defaultKey(metric), type, runCount: having.length, varies: latest.varies() });
  }
  return varyingFirst(found);
}

function listMetrics(runs: readonly Run[]): Found[] {
  const metrics = new Map<string, { runCount: number; variations: readonly ReturnType<typeof createVariation>[] }>();
  for (const run of runs) {
    for (const [name, series] of run.history) {
      if (series.steps.length === 0) continue;
      let metric = metrics.get(name);
      if (metric === undefined) {
        metrics.set(name, (metric = { runCount: 0, variations: [createVariation(), createVariation(), createVariation()] }));
      }
      metric.runCount += 1;
      [series.latest, series.max, series.min].forEach((value, i) => metric.variations[i]?.add(value));
    }
  }
  return naturally(
    Array.from(metrics, ([name, { runCount, variations }]): Found => {
      return { id: metricKey(name), type: 'number', runCount, varies: variations.some((variation) => variation.varies()) };
    }),
  );
}

/** Config names seen at one level, so that paths are written once per key and not once per run. */
type ConfigLevel = Map<string, { readonly profile: ValueProfile; readonly below: ConfigLevel }>;

function listConfig(runs: readonly Run[]): Found[] {
  const top: ConfigLevel = new Map();
  for (const run of runs) addConfig(top, run.config);
  const found: Found[] = [];
  collectConfig(top, [], found);
  return naturally(found);
}

function addConfig(level: ConfigLevel, config: { readonly [key: string]: ConfigValue }): void {
  for (const name of Object.keys(config)) {
    const value = config[name];
    if (value === null || value === undefined) continue;
    let known = level.get(name);
    if (known === undefined) level.set(name, (known = { profile: createValueProfile(), below: new Map() }));
    if (isConfigLevel(value)) addConfig(known.below, value);
    else known.profile.add(value);
  }
}

function collectConfig(level: ConfigLevel, path: readonly string[], found: Found[]): void {
  for (const [name, { profile, below }] of level) {
    const here = [...path, name];
    if (profile.count > 0) {
      found.push({ id: configKey(here), type: profile.type(), runCount: profile.count, varies: profile.varies() });
    }
    collectConfig(below, here, found);
  }
}
