/** Layers are rastered into buffers of their own and composed in this order, `'raw'` lowest. */
export type LineLayer = 'raw' | 'line' | 'overlay';

/** How one line is drawn. */
export interface LineStyle {
  /** 0xRRGGBB. Changing it is a look-up, nothing is rastered. */
  readonly color: number;
  /** Dash and gap lengths in device pixels along the line, or null for a solid line. Default: null. */
  readonly dash?: readonly number[] | null;
  /** 0xRRGGBB of an outline, one CSS pixel wide (`casingWidth` in device pixels), or null for none. Default: null. */
  readonly casing?: number | null;
  /** Default: `'line'`. */
  readonly layer?: LineLayer;
  /** Takes the line out of the picture; what it covered shows. Default: false. */
  readonly hidden?: boolean;
  /** Draws the line in the plot's neutral colour, in its place in the stack: a look-up, nothing is rastered. Default: false. */
  readonly dimmed?: boolean;
  /** Device pixels. Default: the width of the raster. */
  readonly width?: number;
}
