import type { Place } from './useReading.js';

/** What a drag has marked, in CSS px from the plot's top left corner. */
export interface DragSelection {
  /** Marked along x; null when the drag leaves x alone. */
  readonly x: readonly [number, number] | null;
  /** Marked along y, upper end first; null when the drag leaves y alone. */
  readonly y: readonly [number, number] | null;
}

/** A drag leaves an axis alone while it moves along it less than this part of the way along the other, within these CSS px. */
const part = 1 / 3;
const least = 12;
const most = 48;

/** A mostly horizontal drag marks x, a mostly vertical one y, any other a rectangle; never beyond the plot. */
export function dragSelection(from: Place, to: Place, size: { readonly width: number; readonly height: number }): DragSelection {
  const across = Math.abs(to.left - from.left);
  const down = Math.abs(to.top - from.top);
  const enough = (other: number): number => Math.max(least, Math.min(most, other * part));
  const alongX = across >= down || across >= enough(down);
  const alongY = down > across || down >= enough(across);
  return {
    x: alongX ? within(from.left, to.left, size.width) : null,
    y: alongY ? within(from.top, to.top, size.height) : null,
  };
}

/** Whether a selection is long enough, along each of its axes, to be meant. */
export function isZoom({ x, y }: DragSelection, shortest: number): boolean {
  return [x, y].every((ends) => ends === null || ends[1] - ends[0] >= shortest);
}

function within(a: number, b: number, length: number): readonly [number, number] {
  const clamp = (value: number): number => Math.max(0, Math.min(length, value));
  return [clamp(Math.min(a, b)), clamp(Math.max(a, b))];
}
