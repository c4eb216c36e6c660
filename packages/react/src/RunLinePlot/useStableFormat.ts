import { useInsertionEffect, useRef, type RefObject } from 'react';
import type { TickFormat } from './tick-format.js';

interface Kept {
  format: TickFormat;
  readonly stable: TickFormat;
}

/**
 * A formatter written inline is a new function each render. It keeps its identity, and so the axes, while the ticks that are shown
 * read the same; the newest is called.
 */
export function useStableFormat(format: TickFormat | undefined, ticks: RefObject<readonly number[]>): TickFormat | undefined {
  const kept = useRef<Kept | null>(null);
  const last = kept.current;
  if (!format) kept.current = null;
  else if (!last || ticks.current.some((tick) => format(tick) !== last.format(tick))) {
    const next: Kept = { format, stable: (value) => next.format(value) };
    kept.current = next;
  }
  useInsertionEffect(() => {
    if (format && kept.current) kept.current.format = format;
  });
  return kept.current?.stable;
}
