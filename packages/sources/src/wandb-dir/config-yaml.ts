import type { ConfigValue } from '@runhue/core';
import { emptyRecord } from '../history/record.js';
import { parseYamlMapping } from '../text/parse-yaml.js';

const own = new Set(['wandb_version', '_wandb']);

/**
 * The config of a W&B `config.yaml`, in its old form (`key: {desc, value}`), its new one (`key: {value}`) and plain. W&B's own entries are
 * left out. Throws a `RunhueError` for what is no YAML mapping of bounded size and depth.
 */
export function readConfigYaml(text: string): { [key: string]: ConfigValue } {
  const config = emptyRecord<ConfigValue>();
  for (const [key, entry] of Object.entries(parseYamlMapping(text))) if (!own.has(key)) config[key] = valueOf(entry);
  return config;
}

function valueOf(entry: ConfigValue): ConfigValue {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return entry;
  const keys = Object.keys(entry);
  const isWrapped = keys.includes('value') && keys.every((key) => key === 'value' || key === 'desc');
  return isWrapped ? (entry as { value: ConfigValue }).value : entry;
}
