/** A rectangle in CSS px of the viewport. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Distance from what must stay free, and from the edge of the viewport, in CSS px. */
const gap = 12;
const edge = 4;

/**
 * Where a tooltip goes: beside the box that must stay free, on the side with room, else above or below it; within the viewport.
 *
 * @param free The pointer and the point that is read.
 * @param size Size of the tooltip.
 * @param viewport Where it may lie.
 */
export function placeTooltip(free: Box, size: Pick<Box, 'width' | 'height'>, viewport: Box): { left: number; top: number } {
  const right = viewport.left + viewport.width - edge;
  const bottom = viewport.top + viewport.height - edge;
  const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));
  const top = within(free.top - size.height / 2, viewport.top + edge, bottom - size.height);
  const rightOf = free.left + free.width + gap;
  const leftOf = free.left - gap - size.width;
  if (rightOf + size.width <= right) return { left: rightOf, top };
  if (leftOf >= viewport.left + edge) return { left: leftOf, top };
  const left = within(free.left + free.width / 2 - size.width / 2, viewport.left + edge, right - size.width);
  const above = free.top - gap - size.height;
  return { left, top: above >= viewport.top + edge ? above : free.top + free.height + gap };
}
