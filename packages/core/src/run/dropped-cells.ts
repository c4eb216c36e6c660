/** Counts what was dropped under each name and keeps a few samples, so that one problem can speak for all of them. */
export interface DroppedCells {
  add(name: string, cell: unknown): void;
  /** In the order first seen. */
  each(visit: (name: string, count: number, samples: string) => void): void;
}

const sampleLimit = 3;

export function createDroppedCells(): DroppedCells {
  const byName = new Map<string, { count: number; samples: Set<string> }>();
  return {
    add(name, cell) {
      let entry = byName.get(name);
      if (entry === undefined) byName.set(name, (entry = { count: 0, samples: new Set() }));
      entry.count += 1;
      if (entry.samples.size <= sampleLimit) entry.samples.add(showValue(cell));
    },
    each(visit) {
      for (const [name, { count, samples }] of byName) {
        const shown = [...samples].slice(0, sampleLimit).join(', ');
        visit(name, count, samples.size > sampleLimit ? `${shown} …` : shown);
      }
    },
  };
}

/** A value as a short text for a message, the same in every language; never throws. */
export function showValue(value: unknown): string {
  if (typeof value === 'string') return value.length > 40 ? `"${value.slice(0, 40)}…"` : `"${value}"`;
  if (Array.isArray(value)) return '[…]';
  if (value instanceof Date) return 'Date(…)';
  if (typeof value === 'object' && value !== null) return '{…}';
  if (typeof value === 'function') return 'ƒ(…)';
  return String(value);
}

/** `1 value`, `3 values`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
