import { useRef, useState, type KeyboardEvent, type RefObject } from 'react';

export interface RovingFocus {
  /** The one item that Tab reaches. */
  readonly index: number;
  readonly ref: RefObject<HTMLDivElement | null>;
  setIndex(index: number): void;
  onKeyDown(event: KeyboardEvent): void;
}

/** One tab stop for a row of buttons; arrows, Home and End move within it (APG Toolbar). */
export function useRovingFocus(length: number, orientation: 'vertical' | 'horizontal'): RovingFocus {
  const ref = useRef<HTMLDivElement>(null);
  const [chosen, setIndex] = useState(0);
  const index = Math.min(chosen, Math.max(0, length - 1));
  const [back, forward] = orientation === 'vertical' ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
  return {
    index,
    ref,
    setIndex,
    onKeyDown(event) {
      const next = { [back]: index - 1, [forward]: index + 1, Home: 0, End: length - 1 }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      ref.current?.querySelectorAll('button')[(next + length) % length]?.focus();
    },
  };
}
