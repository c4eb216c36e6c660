import type { KeyId } from '../keys/key-id.js';
import type { YValue } from '../keys/run-column.js';
import type { RunId } from '../run/run.js';

/** How a numeric Key is cut into buckets. */
export type BucketMethod = 'equal-width' | 'log' | 'quantile' | 'natural' | 'custom' | 'continuous';

/** What a user changed about one bucket, by bucket id. */
export interface BucketOverride {
  /** `#rrggbb`; default: the palette's colour. */
  readonly color?: string;
  /** Default: the bucket's own label. */
  readonly name?: string;
}

/** What belongs to one Key, kept while other Keys are looked at. Everything is optional. */
export interface KeySettings {
  /** Default `equal-width`. */
  readonly method?: BucketMethod;
  /** Interior edges of method `custom`, strictly increasing. */
  readonly edges?: readonly number[];
  /** Pins the domain; null at an end leaves that end to the data. */
  readonly domain?: readonly [number | null, number | null] | null;
  /** Midpoint of a diverging palette; default null: none. */
  readonly pivot?: number | null;
  /** With a pivot: both sides as long as the longer one, in a continuous ramp and in buckets by equal width or log. Default false. */
  readonly symmetric?: boolean;
  readonly bucketOverrides?: Readonly<Record<string, BucketOverride>>;
  /** Category ids in colour-slot order: a category keeps its place once seen. */
  readonly categoryOrder?: readonly string[];
  /** An ordered string Key may use the sequential ramp. Default false. */
  readonly ordered?: boolean;
  /** Range kept by the colour bar, [lower, upper]; default null: all. */
  readonly filter?: readonly [number, number] | null;
}

/** Everything a user can choose about run colours: plain JSON, versioned. */
export interface ColorSettings {
  readonly version: 1;
  readonly mode: 'key' | 'original';
  /** Null: the first varying metric. */
  readonly key: KeyId | null;
  readonly yValue: YValue;
  /** 2 to 8. */
  readonly bucketCount: number;
  /** Whose values make the extent: all runs given to the kit, or the visible ones. */
  readonly scope: 'all' | 'visible';
  /** Name of a palette, or an app's own colours per theme, low to high. */
  readonly palette: string | { readonly light: readonly string[]; readonly dark: readonly string[] };
  /** True when lower is better: the deep end of the ramp means low. */
  readonly reverse: boolean;
  /** A second Key shown as dash pattern; null: none. */
  readonly dashKey: KeyId | null;
  /** Name of the palette for categories and original run colors; default `categorical`, the kit's twelve. */
  readonly categoricalPalette?: string;
  /** Deals the original run colors anew: a whole number from 0 on; default 0. */
  readonly originalSeed?: number;
  /** A user's own colour per run, `#rrggbb`. */
  readonly runColors: Readonly<Record<RunId, string>>;
  readonly byKey: Readonly<Partial<Record<KeyId, KeySettings>>>;
}

/** How the kit starts: coloured by the first varying metric, latest value, five buckets. */
export const defaultColorSettings: ColorSettings = {
  version: 1,
  mode: 'key',
  key: null,
  yValue: 'latest',
  bucketCount: 5,
  scope: 'all',
  palette: 'runhue',
  reverse: false,
  dashKey: null,
  runColors: {},
  byKey: {},
};
