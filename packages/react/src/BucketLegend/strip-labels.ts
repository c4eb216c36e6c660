/** A text under a strip of colours. */
export interface StripLabel {
  readonly text: string;
  /** Where its middle is, 0 to 1 along the strip. */
  readonly at: number;
  /** Widest it may be, in CSS px. */
  readonly room: number;
}

export interface StripLabelOptions {
  /** Edges stand between segments, names under their middle. */
  readonly between: boolean;
  readonly segments: number;
  /** Width of the strip in CSS px; 0 when it is not known yet. */
  readonly width: number;
}

/** About how wide a character of 12 px text is. */
const characterWidth = 6.8;
const gap = 8;

/** Labels that do not overlap: all where there is room, else every second, third … of the edges; names are cut instead. */
export function stripLabels(texts: readonly string[], { between, segments, width }: StripLabelOptions): StripLabel[] {
  const step = width / Math.max(1, segments);
  const widest = Math.max(0, ...texts.map((text) => text.length)) * characterWidth + gap;
  const every = between && width > 0 ? Math.max(1, Math.ceil(widest / step)) : 1;
  const first = Math.floor(((texts.length - 1) % every) / 2);
  const room = between || width === 0 ? widest : step - 2;
  return texts
    .map((text, i) => ({ text, at: (i + (between ? 1 : 0.5)) / segments, room: Math.round(room) }))
    .filter((_, i) => i % every === first);
}
