import type { LineLook, LinePainter, LineScene } from './line-painter.js';

/** What a canvas shows. */
export interface DrawnLines {
  readonly painter: LinePainter;
  readonly scene: LineScene;
  readonly looks: readonly LineLook[];
  /** `#rrggbb` of dimmed lines. */
  readonly dim: string;
}

const drawn = new WeakMap<Element, DrawnLines>();

/** Keeps what is on a canvas, so that it can be exported as it stands. */
export function rememberDrawn(canvas: HTMLCanvasElement, lines: DrawnLines): void {
  drawn.set(canvas, lines);
}

/** The lines on the canvas within a plot's element, or null when none is drawn. */
export function drawnLines(plot: Element): { readonly canvas: HTMLCanvasElement; readonly lines: DrawnLines } | null {
  const canvas = plot.querySelector<HTMLCanvasElement>('canvas.runhue-plot-lines');
  const lines = canvas && drawn.get(canvas);
  return canvas && lines ? { canvas, lines } : null;
}
