import type { AxisReading } from './expected-colors.js';

/** The canvas that carries a plot's lines. */
export function lineCanvas(metric: string): HTMLCanvasElement {
  const card = document.querySelector(`.runhue-plot-card[aria-label="${metric}"]`);
  const canvas = card?.querySelector<HTMLCanvasElement>('canvas.runhue-plot-lines');
  if (!canvas) throw new Error(`The plot of ${metric} has no canvas.`);
  return canvas;
}

/** Reads the axes as a person does: from the first and last label of each and where they stand. */
export function readAxes(metric: string): AxisReading {
  const card = document.querySelector(`.runhue-plot-card[aria-label="${metric}"]`);
  const ticks = (axis: string): { value: number; box: DOMRect }[] =>
    [...(card?.querySelectorAll(`.recharts-${axis}-tick-labels text`) ?? [])].map((label) => ({
      value: Number(label.textContent),
      box: label.getBoundingClientRect(),
    }));
  const along = (axis: string, center: (box: DOMRect) => number): ((value: number) => number) => {
    const [first, last] = [ticks(axis)[0], ticks(axis).at(-1)];
    if (!first || !last) throw new Error(`The plot of ${metric} has no ${axis} labels.`);
    const scale = (center(last.box) - center(first.box)) / (last.value - first.value);
    return (value) => center(first.box) + (value - first.value) * scale;
  };
  const canvas = lineCanvas(metric).getBoundingClientRect();
  return {
    x: along('xAxis', (box) => box.left + box.width / 2),
    y: along('yAxis', (box) => box.top + box.height / 2),
    left: canvas.left,
    right: canvas.right,
    top: canvas.top,
    bottom: canvas.bottom,
  };
}

/** `#rrggbb` of the strongest pixel within one px of a point in the window, or null where nothing is drawn. */
export function colorAt(canvas: HTMLCanvasElement, x: number, y: number): string | null {
  const box = canvas.getBoundingClientRect();
  const scale = canvas.width / box.width;
  const [left, top] = [Math.round((x - box.left) * scale) - 1, Math.round((y - box.top) * scale) - 1];
  const { data } = read(canvas, Math.max(0, left), Math.max(0, top), 3, 3);
  let best = -1;
  for (let p = 0; p < data.length; p += 4) if ((data[p + 3] ?? 0) > (best < 0 ? 40 : (data[best + 3] ?? 0))) best = p;
  return best < 0 ? null : hex(data, best);
}

/** Every colour that covers a pixel wholly. */
export function solidColors(canvas: HTMLCanvasElement): Set<string> {
  const { data } = read(canvas, 0, 0, canvas.width, canvas.height);
  const colors = new Set<string>();
  for (let p = 0; p < data.length; p += 4) if (data[p + 3] === 255) colors.add(hex(data, p));
  return colors;
}

function read(canvas: HTMLCanvasElement, x: number, y: number, width: number, height: number): ImageData {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The canvas cannot be read.');
  return context.getImageData(x, y, width, height);
}

function hex(data: Uint8ClampedArray, p: number): string {
  return `#${[0, 1, 2].map((i) => (data[p + i] ?? 0).toString(16).padStart(2, '0')).join('')}`;
}
