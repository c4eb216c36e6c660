import type { PixelAxis } from './pixel-axis.js';
import type { LinePoints } from './x-values.js';

/** What is drawn and where: everything but colour. All lengths in CSS px. */
export interface LineScene {
  readonly lines: readonly LinePoints[];
  /** Per line: within a layer, higher numbers are drawn above lower ones. */
  readonly order: readonly number[];
  readonly x: PixelAxis;
  readonly y: PixelAxis;
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
  readonly lineWidth: number;
}

/** How one line looks. */
export interface LineLook {
  readonly color: string;
  /** Dash and gap lengths in CSS px, or null for a solid line. */
  readonly dash: readonly number[] | null;
  /** Colour drawn 1 px wider on each side, or null. */
  readonly casing: string | null;
  /** Higher layers are drawn above lower ones. */
  readonly layer: number;
}

/** The nearest drawn line to a place. */
export interface NearestLine {
  /** Index into the scene's lines. */
  readonly line: number;
  /** CSS px. */
  readonly distance: number;
}

/** Draws lines on one canvas. A change of looks never touches the data again. */
export interface LinePainter {
  /** Takes a scene; what was painted stays until `paint`. */
  setScene(scene: LineScene): void;
  /** Draws the scene: one look per line, null for a hidden one. */
  paint(looks: readonly (LineLook | null)[]): void;
  /** The painted line nearest to a place, at most `reach` away. CSS px of the canvas. */
  nearest(x: number, y: number, reach: number): NearestLine | null;
}
