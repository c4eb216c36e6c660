/** How a bucket is drawn, in a given theme. */
export interface BucketStyle {
  /** `#rrggbb`. */
  readonly color: string;
  /** Dash and gap lengths in CSS px, or null for a solid line. */
  readonly dash: readonly number[] | null;
  /** `#rrggbb` drawn 1 px wider on each side where the colour alone would not reach 3:1 on the background, or null. */
  readonly casing: string | null;
}

/** Which background the colours are made for. */
export type Theme = 'light' | 'dark';
