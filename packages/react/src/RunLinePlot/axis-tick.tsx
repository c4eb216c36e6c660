import type { JSX } from 'react';
import type { PlotAxis } from './plot-axis.js';
import { textWidth } from './text-width.js';

/** What Recharts tells about the text of a tick; lengths in CSS px of the chart. */
interface TickPlace {
  readonly x: string | number;
  readonly y: string | number;
  readonly payload: { readonly value: number };
}

/**
 * Draws the texts of an axis, for Recharts' `tick`. Its own texts are rendered twice: it reads the font off the first ones, has the browser lay
 * each out by itself, and does it all again.
 */
export function axisTick({ formatTick }: PlotAxis, side: 'bottom' | 'left'): (place: TickPlace) => JSX.Element {
  return ({ x, y, payload }) => {
    const text = formatTick(payload.value);
    // The half of a digit's height below the middle, or all of it below the top.
    const place = side === 'left' ? ({ x, dy: '0.355em', textAnchor: 'end' } as const) : ({ x: Math.max(Number(x), textWidth(text) / 2), dy: '0.71em', textAnchor: 'middle' } as const);
    return (
      <text {...place} y={y} fill="var(--runhue-muted)" fontSize={12}>
        {text}
      </text>
    );
  };
}

/** Room between two texts beside each other, in CSS px. */
const apart = 8;

/** The ticks whose texts have room beside each other on an axis of this length, from the first on; the same array where all have. */
export function roomyTicks({ ticks, formatTick }: PlotAxis, toPixels: (value: number) => number): readonly number[] {
  let end = -Infinity;
  const roomy = ticks.filter((tick) => {
    const half = textWidth(formatTick(tick)) / 2;
    const at = toPixels(tick);
    if (at - half < end + apart) return false;
    end = at + half;
    return true;
  });
  return roomy.length === ticks.length ? ticks : roomy;
}
