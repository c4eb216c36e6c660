import { type ConfigValue, RunhueError } from '@runhue/core';
import { parseDocument } from 'yaml';
import { isDeepYaml } from './deep-yaml.js';

const longest = 256 * 1024;

/**
 * The mapping that YAML text holds. Tags run no code: `!!python/…` is only text. Throws a `RunhueError` for what is no YAML mapping, is longer
 * than 256 K characters, is nested deeper than 100 levels, or expands without bound.
 */
export function parseYamlMapping(text: string): { readonly [key: string]: ConfigValue } {
  if (text.length > longest) throw new RunhueError(`The YAML is longer than ${longest} characters`);
  if (isDeepYaml(text)) throw new RunhueError('The YAML is nested deeper than 100 levels');
  const yaml = parsed(text);
  if (typeof yaml !== 'object' || yaml === null || Array.isArray(yaml)) throw new RunhueError('The YAML is no mapping of names to values');
  return yaml as { readonly [key: string]: ConfigValue };
}

function parsed(text: string): unknown {
  try {
    const document = parseDocument(text, { logLevel: 'silent', uniqueKeys: false, prettyErrors: false });
    const [error] = document.errors;
    if (error !== undefined) throw new RunhueError(`This is no YAML at line ${text.slice(0, error.pos[0]).split('\n').length}: ${error.message}`);
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    if (error instanceof RunhueError) throw error;
    throw new RunhueError(`This is no YAML: ${error instanceof Error ? error.message : String(error)}`);
  }
}
