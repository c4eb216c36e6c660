/** The folders of a path without the last slash: `a/b/c.csv` → `a/b`; the empty string at the top. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** The last part of a path: `a/b/c.csv` → `c.csv`. */
export function baseNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The last part of a path without its extension: `a/b/c.csv` → `c`. */
export function stemOf(path: string): string {
  const name = baseNameOf(path);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}

/** Id of the run whose files lie in one folder (`logs/run-1`); `run` for files at the top. */
export function runIdOfFolder(path: string): string {
  return folderOf(path) || 'run';
}
