import { type ConfigValue, RunhueError } from '@runhue/core';
import { parseDocument } from 'yaml';
import { emptyRecord } from '../history/record.js';
import { isDeepYaml } from '../text/deep-yaml.js';

const longest = 256 * 1024;
const own = new Set(['wandb_version', '_wandb']);

/**
 * The config of a W&B `config.yaml`, in its old form (`key: {desc, value}`), its new one (`key: {value}`) and plain. W&B's own entries are
 * left out. Tags run no code: `!!python/…` is only text. Throws a `RunhueError` for what is no YAML mapping, is longer than 256 K characters, is nested
 * deeper than 100 levels, or expands without bound.
 */
export function readConfigYaml(text: string): { [key: string]: ConfigValue } {
  if (text.length > longest) throw new RunhueError(`The config is longer than ${longest} characters`);
  const yaml = parsed(text);
  if (typeof yaml !== 'object' || yaml === null || Array.isArray(yaml)) throw new RunhueError('The config is no YAML mapping');
  const config = emptyRecord<ConfigValue>();
  for (const [key, entry] of Object.entries(yaml)) if (!own.has(key)) config[key] = valueOf(entry);
  return config;
}

function parsed(text: string): unknown {
  if (isDeepYaml(text)) throw new RunhueError('The config is nested deeper than 100 levels');
  try {
    const document = parseDocument(text, { logLevel: 'silent', uniqueKeys: false, prettyErrors: false });
    const [error] = document.errors;
    if (error !== undefined) throw new RunhueError(`The config is no YAML at line ${text.slice(0, error.pos[0]).split('\n').length}: ${error.message}`);
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    if (error instanceof RunhueError) throw error;
    throw new RunhueError(`The config is no YAML: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function valueOf(entry: unknown): ConfigValue {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return entry as ConfigValue;
  const keys = Object.keys(entry);
  const isWrapped = keys.includes('value') && keys.every((key) => key === 'value' || key === 'desc');
  return isWrapped ? (entry as { value: ConfigValue }).value : (entry as ConfigValue);
}
