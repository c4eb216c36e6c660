import type { LegendItem } from '@runhue/core';

export interface PngLegendPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly font: string;
  readonly color?: string;
  readonly muted?: string;
}

const rowHeight = 20;
const sample = 20;
/** A picture names the most at once; under original colours there is an item per run. */
const mostItems = 40;

/** Writes a legend in rows below a plot; without a context it only measures. Returns its height in CSS px. */
export function drawPngLegend(
  context: CanvasRenderingContext2D | null,
  { title, items }: { readonly title: string; readonly items: readonly LegendItem[] },
  { left, top, width, font, color, muted }: PngLegendPlace,
): number {
  const ruler = context ?? document.createElement('canvas').getContext('2d');
  if (!ruler) return 0;
  ruler.textBaseline = 'middle';
  let x = left;
  let y = top + rowHeight;
  const write = (text: string, weight: number, ink: string | undefined): void => {
    ruler.font = `${weight} 12px ${font}`;
    if (context && ink) {
      context.fillStyle = ink;
      context.fillText(text, x, y);
    }
    x += ruler.measureText(text).width;
  };
  write(title, 600, color);
  x += 16;
  for (const item of items.slice(0, mostItems)) {
    const count = `  ${item.count}`;
    ruler.font = `400 12px ${font}`;
    const wide = sample + 6 + ruler.measureText(item.label + count).width + 14;
    if (x + wide > left + width && x > left) {
      x = left;
      y += rowHeight;
    }
    if (context) drawSample(context, item, x, y);
    x += sample + 6;
    write(item.label, 400, color);
    write(count, 400, muted);
    x += 14;
  }
  if (items.length > mostItems) write('…', 400, muted);
  return y + rowHeight / 2 - top;
}

function drawSample(context: CanvasRenderingContext2D, { style }: LegendItem, x: number, y: number): void {
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
