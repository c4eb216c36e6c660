import { isScalar, parseDocument } from 'yaml';
import { isDeepYaml } from '../text/deep-yaml.js';

/** No `meta.yaml` that MLflow writes comes near this. */
const maxBytes = 64 * 1024;

/**
 * The top-level texts of a `meta.yaml`, untyped (MLflow quotes by YAML 1.1 rules, so that `1e3` is a name); null values are left
 * out. Null when it is no mapping, is larger than 64 KiB, nested deeper than 100 levels, or is no YAML.
 */
export function readMetaYaml(bytes: Uint8Array): ReadonlyMap<string, string> | null {
  if (bytes.length > maxBytes) return null;
  const text = new TextDecoder().decode(bytes);
  if (isDeepYaml(text)) return null;
  try {
    const options = { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent', prettyErrors: false } as const;
    const { contents, errors } = parseDocument(text, options);
    if (errors.length > 0 || contents === null || !('items' in contents)) return null;
    const texts = new Map<string, string>();
    for (const item of contents.items) {
      if (!('key' in Object(item))) return null;
      const { key, value } = item as { key: unknown; value: unknown };
      if (isScalar(key) && isScalar(value) && !isNull(value.value, value.type)) texts.set(String(key.value), String(value.value));
    }
    return texts;
  } catch {
    return null;
  }
}

function isNull(value: unknown, type: string | undefined): boolean {
  return value === null || (type === 'PLAIN' && ['', '~', 'null', 'Null', 'NULL'].includes(String(value)));
}
