import { configKey, createRuns, listKeys, type ConfigValue, type KeyEntry } from '@runhue/core';

type Config = { readonly [name: string]: ConfigValue };

/** Gathers the Keys of configs that are too many to hold. */
export interface ConfigCatalogue {
  /** A config, or a part of one, that so many runs have. */
  add(config: Config, runs: number): void;
  /** As `listKeys` gives for runs with these configs. */
  entries(): KeyEntry[];
}

interface Known {
  /** Runs with a value here. */
  count: number;
  /** Different values that tell the type and whether it varies; by kind, as many as that takes. */
  readonly numbers: Map<unknown, ConfigValue>;
  readonly others: Map<unknown, ConfigValue>;
  texts: Map<unknown, ConfigValue>;
  keepsTexts: boolean;
  readonly below: Map<string, Known>;
}

/** So many texts are looked at together. */
const textsAtOnce = 5_000;
const deepest = 32;

export function createConfigCatalogue(): ConfigCatalogue {
  const top = new Map<string, Known>();
  return {
    add: (config, runs) => addLevel(top, [], config, runs),
    entries() {
      const counts = new Map<string, number>();
      const configs: Config[] = [];
      collect(top, [], counts, configs);
      return entriesOf(configs).map((entry) => ({ ...entry, runCount: counts.get(entry.id) ?? entry.runCount }));
    },
  };
}

function addLevel(level: Map<string, Known>, path: readonly string[], config: Config, runs: number): void {
  for (const name of Object.keys(config)) {
    const value = config[name];
    if (value === null || value === undefined) continue;
    let known = level.get(name);
    if (known === undefined) level.set(name, (known = { count: 0, numbers: new Map(), others: new Map(), texts: new Map(), keepsTexts: true, below: new Map() }));
    if (isLevel(value)) {
      if (path.length < deepest) addLevel(known.below, [...path, name], value, runs);
      continue;
    }
    known.count += runs;
    if (typeof value === 'string') addText(known, value);
    // Two numbers that differ show all there is to know of numbers; NaN is no value.
    else if (typeof value === 'number' && !Number.isNaN(value)) {
      if (known.numbers.size < 2) known.numbers.set(value, value);
    } else if (known.others.size < 100) known.others.set(typeof value === 'object' ? JSON.stringify(value) : value, value);
  }
}

/** Texts tell one by one whether they are numbers or dates, until one of them is neither. */
function addText(known: Known, text: string): void {
  if (!known.keepsTexts || known.texts.has(text)) return;
  known.texts.set(text, text);
  if (known.texts.size % textsAtOnce !== 0) return;
  const [latest] = entriesOf([...known.texts.values()].slice(-textsAtOnce).map((value) => ({ value })));
  if (latest?.type !== 'number' && latest?.type !== 'date') known.keepsTexts = false;
  else if (known.texts.size > textsAtOnce) known.texts = new Map([...known.texts].slice(0, textsAtOnce));
}

function collect(level: ReadonlyMap<string, Known>, path: readonly string[], counts: Map<string, number>, configs: Config[]): void {
  for (const [name, known] of level) {
    const here = [...path, name];
    counts.set(configKey(here), known.count);
    for (const value of [...known.numbers.values(), ...known.others.values(), ...known.texts.values()]) {
      configs.push(here.reduceRight<ConfigValue>((inner, step) => Object.fromEntries([[step, inner]]), value) as Config);
    }
    collect(known.below, here, counts, configs);
  }
}

function entriesOf(configs: readonly Config[]): KeyEntry[] {
  return listKeys(createRuns(configs.map((config, place) => ({ id: String(place), config }))).runs);
}

function isLevel(value: ConfigValue): value is Config {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
