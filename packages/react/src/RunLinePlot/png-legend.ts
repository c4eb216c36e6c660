import type { BucketStyle, DashItem, LegendItem } from '@runhue/core';
import type { ColorBarScale } from '../hooks/useColorBar.js';

/** What a picture's legend says; `useLegend()` fits. */
export interface PngLegend {
  readonly title: string;
  readonly items: readonly LegendItem[];
  /** Continuous colours: their ramp instead of the ranges. */
  readonly colorBar?: Pick<ColorBarScale, 'ramp' | 'domain' | 'format'> | null;
  /** What dash patterns mean. */
  readonly dashes?: { readonly title: string; readonly items: readonly DashItem[] } | null;
}

export interface PngLegendPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly font: string;
  readonly color?: string;
  readonly muted?: string;
}

interface Entry {
  readonly label: string;
  readonly count: number;
  readonly sample: number;
  readonly style: BucketStyle;
}

const rowHeight = 20;
const between = 14;
/** A picture names the most at once; under original colours there is an item per run. */
const mostItems = 40;
const barWidth = 160;

/** Writes a legend in rows below a plot; without a context it only measures. Returns its height in CSS px. */
export function drawPngLegend(context: CanvasRenderingContext2D | null, { title, items, colorBar, dashes }: PngLegend, place: PngLegendPlace): number {
  const { left, top, width, font, color = '#000000', muted = color } = place;
  const ruler = context ?? document.createElement('canvas').getContext('2d');
  if (!ruler) return 0;
  let x = left;
  let y = top + rowHeight;
  const measure = (text: string, weight: number): number => {
    ruler.font = `${weight} 12px ${font}`;
    return ruler.measureText(text).width;
  };
  const write = (text: string, weight: number, ink: string): void => {
    const wide = measure(text, weight);
    if (context) {
      context.textBaseline = 'middle';
      context.fillStyle = ink;
      context.fillText(text, x, y);
    }
    x += wide;
  };
  const makeRoom = (wide: number): void => {
    if (x + wide <= left + width || x === left) return;
    x = left;
    y += rowHeight;
  };
  const writeEntry = ({ label, count, sample, style }: Entry): void => {
    makeRoom(sample + 6 + measure(`${label}  ${count}`, 400));
    if (context) drawSample(context, { style, sample, x, y });
    x += sample + 6;
    write(label, 400, color);
    write(`  ${count}`, 400, muted);
    x += between;
  };
  const writeEntries = (entries: readonly Entry[]): void => {
    entries.slice(0, mostItems).forEach(writeEntry);
    if (entries.length > mostItems) write('…', 400, muted);
  };

  write(title, 600, color);
  x += between;
  if (colorBar) {
    const [low, high] = colorBar.domain.map(colorBar.format) as [string, string];
    makeRoom(measure(low, 400) + measure(high, 400) + barWidth + 16);
    write(low, 400, color);
    x += 8;
    if (context) drawRamp(context, colorBar.ramp, x, y);
    x += barWidth + 8;
    write(high, 400, color);
    x += between + 6;
  }
  const shown = items.filter(({ bucket }) => !colorBar || bucket.kind !== 'range');
  writeEntries(shown.map(({ label, count, style }) => ({ label, count, style, sample: 20 })));
  if (dashes) {
    x = left;
    y += rowHeight;
    write(dashes.title, 600, color);
    x += between;
    writeEntries(dashes.items.map(({ label, count, dash }) => ({ label, count, sample: 36, style: { color, dash, casing: null } })));
  }
  return y + rowHeight / 2 - top;
}

interface Sample {
  readonly style: BucketStyle;
  readonly sample: number;
  readonly x: number;
  readonly y: number;
}

function drawSample(context: CanvasRenderingContext2D, { style, sample, x, y }: Sample): void {
  const line = (ink: string, wide: number): void => {
    context.strokeStyle = ink;
    context.lineWidth = wide;
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + sample, y);
    context.stroke();
  };
  context.setLineDash([]);
  if (style.casing) line(style.casing, 5);
  context.setLineDash([...(style.dash ?? [])]);
  line(style.color, 3);
  context.setLineDash([]);
}

function drawRamp(context: CanvasRenderingContext2D, ramp: readonly string[], x: number, y: number): void {
  const gradient = context.createLinearGradient(x, 0, x + barWidth, 0);
  ramp.forEach((color, i) => gradient.addColorStop(i / Math.max(1, ramp.length - 1), color));
  context.fillStyle = gradient;
  context.fillRect(x, y - 5, barWidth, 10);
}
