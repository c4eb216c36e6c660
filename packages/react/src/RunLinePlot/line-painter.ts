import { createLinePlot, type LinePen, type LinePlot, type LinePlotInput, type LineStyle, type View } from '@runhue/lines';
import { createDrawProgress, type DrawProgress } from './draw-progress.js';
import { mixColors } from './mix-colors.js';
import { fromPixels, type PixelAxis } from './pixel-axis.js';
import { putStrips } from './put-pixels.js';
import { soon } from './soon.js';
import type { LinePoints } from './x-values.js';

/** What is drawn and where: everything but colour. Lengths in CSS px. */
export interface LineScene {
  readonly lines: readonly LinePoints[];
  /** Per line: higher numbers are drawn above lower ones. */
  readonly order: readonly number[];
  readonly x: PixelAxis;
  readonly y: PixelAxis;
  /** Backing size in device pixels. */
  readonly columns: number;
  readonly rows: number;
  readonly pixelRatio: number;
  readonly lineWidth: number;
  /** Filled areas beneath the lines. */
  readonly bands: readonly SceneBand[];
}

/** How far the runs behind one line reach; drawn in that line's colour, and hidden with it. */
export interface SceneBand {
  /** Index into the scene's lines. */
  readonly line: number;
  readonly x: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** How one line looks. */
export interface LineLook {
  /** `#rrggbb`, and so is the casing. */
  readonly color: string;
  /** Dash and gap lengths in CSS px, or null for a solid line. */
  readonly dash: readonly number[] | null;
  /** Colour drawn 1 px wider on each side, or null. */
  readonly casing: string | null;
  /** `raw`: faint, behind; `beneath`: below the normal ones. */
  readonly layer: 'beneath' | 'raw' | 'normal';
  readonly hidden: boolean;
  /** Drawn in the neutral colour. */
  readonly dimmed: boolean;
  /** Drawn once more above all others, undimmed. */
  readonly onTop: boolean;
}

/** The nearest drawn line to a place. */
export interface NearestLine {
  /** Index into the scene's lines. */
  readonly line: number;
  /** Index of the line's point that is meant. */
  readonly point: number;
  /** CSS px. */
  readonly distance: number;
}

/** What the theme gives, as `#rrggbb`. */
export interface Surroundings {
  /** Neutral colour of dimmed lines. */
  readonly dim: string;
  readonly background: string;
}

/** A picture to be made. */
export interface PaintOrder {
  readonly canvas: HTMLCanvasElement;
  readonly scene: LineScene;
  readonly looks: readonly LineLook[];
  readonly surroundings: Surroundings;
  /** Called when the picture is on the canvas. */
  readonly onPainted: () => void;
  /** Called now and then with the share that is done, 0 to 1, while that takes longer than a few frames. */
  readonly onProgress?: (share: number) => void;
}

/** Draws lines through `@runhue/lines`. A change of looks alone never touches the data; a change of colours alone is a look-up per pixel. */
export interface LinePainter {
  /** Makes a picture: at once when that takes little, else in slices, while the last picture stays and the page answers. */
  paint(order: PaintOrder): void;
  /** Gives up what is not finished. */
  cancel(): void;
  /** The painted line nearest to a place, at most `reach` away. CSS px of the canvas. Null before the first picture and between two. */
  nearest(x: number, y: number, reach: number): NearestLine | null;
  /** Traces a painted line in device pixels of the canvas; nothing before the first picture and between two. */
  trace(line: number, pen: LinePen): void;
  /** The same as SVG path data. */
  pathData(line: number): string | null;
}

/**
 * Longest stretches of work, in ms. The first picture, and other looks of what is shown, begin with a long one: there is nothing to show
 * meanwhile, and most are done by its end. For another scene the moved picture is shown first.
 */
const slice = 16;
const longSlice = 30;
const movedSlice = 5;
const firstStretch = 100;

export function createLinePainter(): LinePainter {
  const plot = createLinePlot();
  let painted: LineScene | null = null;
  let isFirst = true;
  let lastScene: LineScene | null = null;
  let job: { readonly order: PaintOrder; readonly steps: ReturnType<LinePlot['updateSteps']>; readonly progress: DrawProgress } | null = null;
  let queued: PaintOrder | null = null;

  const start = (order: PaintOrder): void => {
    queued = null;
    const isMoved = !isFirst && order.scene !== lastScene;
    painted = null;
    lastScene = order.scene;
    job = { order, steps: plot.updateSteps(plotInput(order.scene, order.looks, order.surroundings)), progress: createDrawProgress((share) => order.onProgress?.(share)) };
    work(job, isFirst ? firstStretch : isMoved ? movedSlice : longSlice);
  };
  const work = (current: typeof job, budget: number): void => {
    if (current === null || current !== job) return;
    const until = performance.now() + budget;
    for (let step = current.steps.next(); step.done !== true; step = current.steps.next()) {
      if (performance.now() < until) continue;
      current.progress.step(step.value);
      soon(() => work(current, isFirst ? longSlice : slice));
      return;
    }
    job = null;
    isFirst = false;
    putStrips(current.order, (strip, put) => plot.paintStrips(strip, put));
    painted = current.order.scene;
    current.order.onPainted();
    if (queued) start(queued);
  };
  return {
    paint(order) {
      // What is done for the same scene is kept: starting over would begin with the data.
      if (job?.order.scene === order.scene && job.order.canvas === order.canvas) queued = order;
      else start(order);
    },
    cancel() {
      job = null;
      queued = null;
    },
    nearest(x, y, reach) {
      if (!painted) return null;
      const { pixelRatio } = painted;
      const near = plot.nearest(x * pixelRatio, y * pixelRatio, { radius: reach * pixelRatio });
      return near && { line: near.index, point: near.point, distance: near.distance / pixelRatio };
    },
    trace(line, pen) {
      if (painted) plot.trace(line, pen);
    },
    pathData: (line) => (painted ? plot.path(line) : null),
  };
}

function plotInput(scene: LineScene, looks: readonly LineLook[], { dim, background }: Surroundings): LinePlotInput {
  const { pixelRatio, lineWidth } = scene;
  const styles = new Map<LineLook, LineStyle>();
  const overlay: number[] = [];
  const styleOfEqual = (look: LineLook, index: number): LineStyle => {
    if (look.onTop && !look.hidden) overlay.push(index);
    let style = styles.get(look);
    if (!style) styles.set(look, (style = styleOf(look, pixelRatio, background)));
    return style;
  };
  return {
    lines: linesOf(scene),
    styles: looks.map(styleOfEqual),
    bands: bandLooks(scene, looks, dim).map(({ band, color, opacity }) => ({ ...band, color: colorNumber(color), opacity })),
    view: viewOf(scene),
    lineWidth: lineWidth * pixelRatio,
    casingWidth: pixelRatio,
    overlay,
    overlayWidth: lineWidth * pixelRatio,
    dimColor: colorNumber(dim),
    rawOpacity: 1,
  };
}

const linesByScene = new WeakMap<LineScene, LinePlotInput['lines']>();

function linesOf(scene: LineScene): LinePlotInput['lines'] {
  let lines = linesByScene.get(scene);
  if (!lines) {
    lines = scene.lines.map(({ x, y, hiddenVariation = null }, i) => ({ x, y, hiddenVariation, order: scene.order[i] ?? 0 }));
    linesByScene.set(scene, lines);
  }
  return lines;
}

/** How much of a band's colour covers what lies beneath. */
const bandOpacity = 0.18;

/** A band as it is drawn. */
export interface BandLook {
  readonly band: SceneBand;
  /** `#rrggbb`. */
  readonly color: string;
  readonly opacity: number;
}

/** Bands of shown lines from the lowest to the topmost: those of dimmed lines beneath. */
export function bandLooks({ bands }: LineScene, looks: readonly LineLook[], dim: string): BandLook[] {
  const isDimmed = ({ line }: SceneBand): boolean => looks[line]?.dimmed ?? false;
  return bands
    .filter(({ line }) => looks[line] && !looks[line].hidden)
    .toSorted((a, b) => Number(isDimmed(b)) - Number(isDimmed(a)))
    .map((band) => ({ band, color: isDimmed(band) ? dim : (looks[band.line]?.color ?? dim), opacity: bandOpacity }));
}

/** How much of its colour a faint line keeps. */
const faintness = 0.28;

/** Faint lines are opaque mixtures, so that they share the engine's lower layer with the lines that lie beneath. */
function styleOf(look: LineLook, pixelRatio: number, background: string): LineStyle {
  return {
    color: colorNumber(look.layer === 'raw' ? mixColors(look.color, background, faintness) : look.color),
    dash: look.dash && look.dash.map((length) => length * pixelRatio),
    casing: look.casing === null ? null : colorNumber(look.casing),
    layer: look.layer === 'normal' ? 'line' : 'raw',
    hidden: look.hidden,
    dimmed: look.dimmed,
  };
}

/** The part of the data between the edges of the backing pixels. */
function viewOf({ x, y, columns, rows, pixelRatio }: LineScene): View {
  const acrossX = fromPixels(x);
  const acrossY = fromPixels(y);
  return {
    xDomain: [acrossX(0), acrossX(columns / pixelRatio)],
    yDomain: [acrossY(rows / pixelRatio), acrossY(0)],
    xScale: x.kind,
    yScale: y.kind,
    symlogConstant: y.kind === 'symlog' ? y.constant : x.constant,
    width: columns,
    height: rows,
  };
}

/** `#rrggbb` as 0xRRGGBB. */
export function colorNumber(hex: string): number {
  return Number.parseInt(hex.slice(1), 16);
}
