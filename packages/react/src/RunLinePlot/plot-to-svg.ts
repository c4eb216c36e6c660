import type { LineLook } from './line-painter.js';
import { drawnLines } from './drawn-plots.js';
import { styledSvg } from './styled-svg.js';
import { bandPaths } from './svg-bands.js';
import { readToken } from './theme-token.js';

/** How a plot becomes an SVG. */
export interface PlotSvgOptions {
  /** Becomes the picture's `<title>`. Default: none. */
  readonly title?: string;
}

const namespace = 'http://www.w3.org/2000/svg';

/**
 * A plot as SVG text: the axes as they stand, and a vector path per line with the geometry, colours, dashes and order of the canvas.
 * Hidden lines are left out.
 *
 * @param plot The element of a `RunLinePlot`, or one that contains it.
 * @throws Error when there is no drawn plot in the element.
 */
export function plotToSvg(plot: Element, { title }: PlotSvgOptions = {}): string {
  const chart = plot.querySelector<SVGSVGElement>('.runhue-plot-body svg');
  const drawing = drawnLines(plot);
  if (!chart || !drawing) throw new Error('plotToSvg: the element holds no drawn plot; pass the element of a RunLinePlot that shows lines.');
  const svg = styledSvg(chart);
  svg.prepend(shape('rect', { width: '100%', height: '100%', fill: readToken(plot, '--runhue-card') }));
  if (title !== undefined) {
    const text = document.createElementNS(namespace, 'title');
    text.textContent = title;
    svg.prepend(text);
  }
  svg.append(lineGroup(chart, drawing));
  const names = plot.querySelector<SVGSVGElement>('svg.runhue-plot-ends');
  if (names) svg.append(placedAt(styledSvg(names), names, chart));
  return new XMLSerializer().serializeToString(svg);
}

/** A picture within a picture, where it stands on the screen. */
function placedAt(copy: SVGSVGElement, original: Element, outer: Element): SVGSVGElement {
  const [inside, around] = [original.getBoundingClientRect(), outer.getBoundingClientRect()];
  copy.setAttribute('x', String(inside.left - around.left));
  copy.setAttribute('y', String(inside.top - around.top));
  return copy;
}

function lineGroup(chart: SVGSVGElement, { canvas, lines }: NonNullable<ReturnType<typeof drawnLines>>): SVGElement {
  const { painter, scene, looks, dim } = lines;
  const [outer, inner] = [chart.getBoundingClientRect(), canvas.getBoundingClientRect()];
  const scale = 1 / scene.pixelRatio;
  const group = shape('g', {
    transform: `translate(${inner.left - outer.left} ${inner.top - outer.top}) scale(${scale})`,
    fill: 'none',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
  const clip = shape('clipPath', { id: 'runhue-lines' });
  clip.append(shape('rect', { width: String(scene.columns), height: String(scene.rows) }));
  group.append(clip);
  const clipped = shape('g', { 'clip-path': 'url(#runhue-lines)' });
  group.append(clipped);
  for (const { d, color, opacity } of bandPaths(scene, looks, dim)) {
    clipped.append(shape('path', { d, fill: color, 'fill-opacity': String(opacity), stroke: 'none' }));
  }
  for (const index of paintOrder(looks, scene.order)) {
    const look = looks[index];
    const d = painter.pathData(index);
    if (!look || !d) continue;
    const width = scene.lineWidth * scene.pixelRatio;
    if (look.casing && !look.dimmed) {
      clipped.append(shape('path', { d, stroke: look.casing, 'stroke-width': String(width + 2 * scene.pixelRatio) }));
    }
    clipped.append(shape('path', { d, stroke: look.dimmed ? dim : look.color, 'stroke-width': String(width), ...strokeOf(look, scene.pixelRatio) }));
  }
  return group;
}

function strokeOf({ dash, layer }: LineLook, pixelRatio: number): Record<string, string> {
  return {
    ...(dash ? { 'stroke-dasharray': dash.map((length) => length * pixelRatio).join(' '), 'stroke-linecap': 'butt' } : {}),
    ...(layer === 'raw' ? { 'stroke-opacity': '0.25' } : {}),
  };
}

/** Shown lines from the lowest to the topmost. */
function paintOrder(looks: readonly LineLook[], order: readonly number[]): number[] {
  const depth = (index: number): number => {
    const look = looks[index];
    if (look?.onTop) return 3;
    return look?.layer === 'normal' ? 2 : look?.layer === 'beneath' ? 1 : 0;
  };
  return [...looks.keys()]
    .filter((index) => !looks[index]?.hidden)
    .sort((a, b) => depth(a) - depth(b) || (order[a] ?? 0) - (order[b] ?? 0));
}

function shape(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS(namespace, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  return element;
}
