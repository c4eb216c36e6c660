import type { LinePen } from '../svg/trace-line.js';

/** A line as points: what `traceLine` draws, kept. */
export interface TracedLine extends LinePen {
  /** Device pixels. */
  x: Float64Array;
  y: Float64Array;
  count: number;
  /** Index of the first point of each part; lines are interrupted between parts. */
  readonly parts: number[];
  clear(): void;
}

/** An empty one, to be traced onto. */
export function createTracedLine(): TracedLine {
  const line: TracedLine = {
    x: new Float64Array(4096),
    y: new Float64Array(4096),
    count: 0,
    parts: [],
    clear() {
      line.count = 0;
      line.parts.length = 0;
    },
    moveTo(x, y) {
      line.parts.push(line.count);
      line.lineTo(x, y);
    },
    lineTo(x, y) {
      if (line.count === line.x.length) {
        line.x = grown(line.x);
        line.y = grown(line.y);
      }
      line.x[line.count] = x;
      line.y[line.count++] = y;
    },
  };
  return line;
}

function grown(values: Float64Array): Float64Array {
  const more = new Float64Array(2 * values.length);
  more.set(values);
  return more;
}
