import type { RunProblem } from '@runhue/core';

/** Counts cells that were no numbers, over all files of a kind, so that one column makes one problem. */
export interface DroppedCells {
  add(path: string, key: string, cell: unknown, count?: number): void;
  problems(): RunProblem[];
}

interface Dropped {
  readonly path: string;
  readonly cell: string;
  readonly paths: Set<string>;
  count: number;
}

const sampleLength = 40;

export function droppedCells(): DroppedCells {
  const byKey = new Map<string, Dropped>();
  return {
    add(path, key, cell, count = 1) {
      let dropped = byKey.get(key);
      if (dropped === undefined) {
        dropped = { path, cell: sampleOf(cell), paths: new Set(), count: 0 };
        byKey.set(key, dropped);
      }
      dropped.paths.add(path);
      dropped.count += count;
    },
    problems: () => [...byKey].map(([key, dropped]) => problemOf(key, dropped)),
  };
}

function problemOf(key: string, { path, cell, paths, count }: Dropped): RunProblem {
  const files = paths.size === 1 ? `"${path}"` : `${paths.size} files ("${path}" is the first)`;
  return {
    inputIndex: -1,
    runId: null,
    code: 'invalid-value',
    key,
    count,
    message: `"${key}" has ${count} ${count === 1 ? 'value that is no number' : 'values that are no numbers'} (${cell}) in ${files}; left out.`,
  };
}

function sampleOf(cell: unknown): string {
  const text = typeof cell === 'string' ? cell : JSON.stringify(cell) ?? String(cell);
  return JSON.stringify(text.length > sampleLength ? `${text.slice(0, sampleLength)}…` : text);
}
