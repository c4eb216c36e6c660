import { growingSeries, pushPoint, type GrowingSeries } from '../growing-series.js';
import type { StepwiseReading } from '../stepwise.js';

const chunkBytes = 1 << 20;
const newline = 10;

/** A metric file as it was read; lines that are no points are counted, the first one is kept. */
export interface MetricLines {
  readonly series: GrowingSeries;
  badLines: number;
  firstBadLine: string;
}

/**
 * Reads the lines `timestamp value step` of a metric file (timestamp in milliseconds; a missing step is 0; the data set's name
 * and digest may follow), in their order.
 */
export function* readingMetricLines(bytes: Uint8Array): StepwiseReading<MetricLines> {
  const lines: MetricLines = { series: growingSeries(), badLines: 0, firstBadLine: '' };
  const decoder = new TextDecoder();
  for (let start = 0; start < bytes.length; ) {
    const end = endOfChunk(bytes, start);
    if (end - start <= 2 * chunkBytes) {
      for (const line of decoder.decode(bytes.subarray(start, end)).split('\n')) addLine(lines, line);
    } else addBadLine(lines, decoder.decode(bytes.subarray(start, start + 40)));
    yield end - start;
    start = end;
  }
  return lines;
}

/** Behind the last line end within a chunk; a line longer than a chunk is taken whole. */
function endOfChunk(bytes: Uint8Array, start: number): number {
  if (bytes.length - start <= chunkBytes) return bytes.length;
  const last = bytes.lastIndexOf(newline, start + chunkBytes);
  if (last >= start) return last + 1;
  const next = bytes.indexOf(newline, start);
  return next < 0 ? bytes.length : next + 1;
}

function addLine(lines: MetricLines, line: string): void {
  if (line === '' || line === '\r') return;
  const [timestamp = '', text = '', stepText = '0'] = line.trim().split(' ', 3);
  const milliseconds = integer(timestamp);
  const step = integer(stepText);
  const value = metricValue(text);
  if (milliseconds === null || step === null || value === null) addBadLine(lines, line);
  else pushPoint(lines.series, step, value, milliseconds / 1000);
}

function addBadLine(lines: MetricLines, line: string): void {
  if (lines.badLines === 0) lines.firstBadLine = line.slice(0, 40);
  lines.badLines++;
}

function integer(text: string): number | null {
  return /^[+-]?\d{1,20}$/.test(text) ? Number(text) : null;
}

/** A number as Python prints it (`nan`, `inf` and `-inf` included), or null. */
function metricValue(text: string): number | null {
  if (text === '' || text.length > 400) return null;
  const number = Number(text);
  if (!Number.isNaN(number)) return number;
  const word = /^([+-]?)(nan|inf|infinity)$/i.exec(text);
  if (word === null) return null;
  if (word[2]?.toLowerCase() === 'nan') return NaN;
  return word[1] === '-' ? -Infinity : Infinity;
}
