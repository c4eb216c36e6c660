import { drawPngLegend, type PngLegend } from './png-legend.js';
import { styledSvg } from './styled-svg.js';
import { readToken } from './theme-token.js';

/** How a plot becomes a PNG. */
export interface PlotPngOptions {
  /** Text above the plot. Default: none. */
  readonly title?: string;
  /** What colours and dashes mean, below the plot; `useLegend()` fits. Default: none. */
  readonly legend?: PngLegend;
  /** Device pixels per CSS px. Default: the window's. */
  readonly pixelRatio?: number;
}

const padding = 12;
const titleHeight = 26;

/**
 * A picture of a plot: axes, lines, and on request its title and legend, on the card's background.
 *
 * @param plot The element of a `RunLinePlot`, or one that contains it.
 * @throws Error when there is no drawn plot in the element.
 */
export async function plotToPng(plot: Element, options: PlotPngOptions = {}): Promise<Blob> {
  const { title, legend, pixelRatio = window.devicePixelRatio || 1 } = options;
  const body = plot.querySelector('.runhue-plot-body');
  const chart = body?.querySelector('svg');
  if (!body || !chart) throw new Error('plotToPng: the element holds no drawn plot; pass the element of a RunLinePlot that shows lines.');
  const { width, height, left, top } = body.getBoundingClientRect();
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('plotToPng: this browser gives no 2d canvas.');
  const font = getComputedStyle(plot).fontFamily;
  const headHeight = title === undefined ? 0 : titleHeight;
  const legendHeight = legend ? drawPngLegend(null, legend, { left: 0, top: 0, width, font }) : 0;
  canvas.width = Math.round((width + 2 * padding) * pixelRatio);
  canvas.height = Math.round((height + headHeight + legendHeight + 2 * padding) * pixelRatio);
  context.scale(pixelRatio, pixelRatio);
  context.fillStyle = readToken(plot, '--runhue-card');
  context.fillRect(0, 0, canvas.width, canvas.height);
  const color = readToken(plot, '--runhue-text');
  if (title !== undefined) {
    context.fillStyle = color;
    context.font = `600 15px ${font}`;
    context.textBaseline = 'top';
    context.fillText(title, padding, padding, width);
  }
  const originTop = padding + headHeight;
  const put = (layer: CanvasImageSource, of: Element): void => {
    const at = of.getBoundingClientRect();
    context.drawImage(layer, padding + at.left - left, originTop + at.top - top, at.width, at.height);
  };
  put(await drawable(chart, pixelRatio), chart);
  for (const layer of body.querySelectorAll('canvas')) if (layer.width > 0) put(layer, layer);
  const names = body.querySelector<SVGSVGElement>('svg.runhue-plot-ends');
  if (names) put(await drawable(names, pixelRatio), names);
  if (legend) {
    const muted = readToken(plot, '--runhue-muted');
    drawPngLegend(context, legend, { left: padding, top: originTop + height, width, font, color, muted });
  }
  return await new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('plotToPng: the browser could not encode the picture.'))), 'image/png');
  });
}

/** The chart's SVG as an image. */
async function drawable(chart: SVGSVGElement, pixelRatio: number): Promise<HTMLImageElement> {
  const copy = styledSvg(chart);
  const { width, height } = chart.getBoundingClientRect();
  copy.setAttribute('width', String(width * pixelRatio));
  copy.setAttribute('height', String(height * pixelRatio));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}
