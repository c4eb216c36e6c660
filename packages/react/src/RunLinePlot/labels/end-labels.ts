import type { PlotFrame } from '../PlotChart.js';
import type { PlotLine } from '../plot-line.js';
import { textWidth } from '../text-width.js';
import { lineEnd, type LineEnd } from './line-end.js';
import { spreadLabels } from './spread-labels.js';

/** A line's name beside the plot. */
export interface EndLabel {
  readonly line: PlotLine;
  /** Its name, shortened to the room there is. */
  readonly text: string;
  readonly end: LineEnd;
  /** Centre of the label, CSS px from the plot's top. */
  readonly top: number;
}

/** Lines that are named at most. */
export const mostLabels = 12;
/** Height of a label, and what stands between the plot and its text, in CSS px. */
const labelHeight = 15;
export const leaderWidth = 30;
const widest = 132;
/** A plot narrower than this, in CSS px, keeps its width for the lines. */
export const narrowest = 440;

/** How wide a gutter the names need, in CSS px. */
export function gutterFor(lines: readonly PlotLine[]): number {
  const widths = lines.map(({ name }) => textWidth(name));
  return leaderWidth + Math.ceil(Math.min(widest, Math.max(0, ...widths)));
}

/**
 * Labels at the ends of lines, none over another, the nearest possible to where the lines end.
 *
 * @param lines Those to be named, the most wanted first; lines that end outside of what is shown are left out, and the last ones where there is no room.
 */
export function placeEndLabels(lines: readonly PlotLine[], frame: PlotFrame, gutter: number): EndLabel[] {
  const room = frame.height + labelHeight;
  const ends = lines.flatMap((line) => {
    const end = lineEnd(line, frame);
    return end ? [{ line, end, text: shorten(line.name, gutter - leaderWidth) }] : [];
  });
  const fitting = ends.slice(0, Math.min(mostLabels, Math.floor(room / labelHeight))).sort((a, b) => a.end.top - b.end.top);
  const tops = spreadLabels(
    fitting.map(({ end }) => end.top + labelHeight / 2),
    labelHeight,
    room,
  );
  return fitting.map((label, i) => ({ ...label, top: (tops[i] ?? 0) - labelHeight / 2 }));
}

function shorten(name: string, width: number): string {
  if (textWidth(name) <= width) return name;
  let short = Array.from(name);
  while (short.length > 1 && textWidth(`${short.join('')}…`) > width) short = short.slice(0, -1);
  return `${short.join('').trimEnd()}…`;
}
