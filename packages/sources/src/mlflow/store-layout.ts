/** What one file of a file store (`mlruns/`) is, by its path alone. */
export type StoreFile =
  | { readonly kind: 'meta'; readonly folder: string }
  | { readonly kind: 'metric' | 'param' | 'tag'; readonly folder: string; readonly name: string }
  | { readonly kind: 'other' };

const kinds = new Map([
  ['metrics', 'metric'],
  ['params', 'param'],
  ['tags', 'tag'],
] as const);

const other: StoreFile = { kind: 'other' };

/**
 * `<run>/meta.yaml`, `<run>/metrics/<name>`, `<run>/params/<name>` and `<run>/tags/<name>` (mlflow `store/tracking/file_store.py`), where
 * names may hold slashes. Run folders are named by 32 hexadecimal digits; artifacts and logged models are "other".
 */
export function storeFileOf(path: string): StoreFile {
  const parts = path.split('/');
  const run = parts.findIndex((part) => /^[0-9a-f]{32}$/.test(part));
  const folder = parts.slice(0, run + 1).join('/');
  if (run < 0) return parts.at(-1) === 'meta.yaml' ? { kind: 'meta', folder: parts.slice(0, -1).join('/') } : other;
  const rest = parts.slice(run + 1);
  if (rest.length === 1) return rest[0] === 'meta.yaml' ? { kind: 'meta', folder } : other;
  const kind = kinds.get((rest[0] ?? '') as 'metrics' | 'params' | 'tags');
  return kind === undefined ? other : { kind, folder, name: rest.slice(1).join('/') };
}

/** True for whatever lies in a run's own folders, artifacts too. */
export function isInRunFolder(path: string): boolean {
  return /(?:^|\/)[0-9a-f]{32}\/(?:meta\.yaml$|metrics\/|params\/|tags\/|artifacts\/|inputs\/|outputs\/)/.test(path);
}
