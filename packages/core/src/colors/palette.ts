import type { Theme } from './bucket-style.js';
import { sampleRamp } from './ramp.js';

/** One list of `#rrggbb` colours from low to high, or one such table per number of colours. */
export type PaletteColors = readonly string[] | Readonly<Record<number, readonly string[]>>;

/** A named set of colour tables. An app's own palette is a plain object of this shape. */
export interface Palette {
  /** What `ColorSettings.palette` holds. */
  readonly name: string;
  /** What a person reads. */
  readonly label: string;
  /** `sequential` and `diverging` run from low to high, `categorical` gives slots without order. */
  readonly kind: 'sequential' | 'diverging' | 'categorical';
  readonly light: PaletteColors;
  readonly dark: PaletteColors;
}

/**
 * `count` colours of a palette from low to high, without new colours as long as there are enough: the table made for that count,
 * else the nearest steps of the next larger one. One colour is the middle of three. Beyond the largest table,
 * its interpolated ramp gives the steps, so that neighbours never share a colour; a plain list repeats its steps instead.
 */
export function paletteColors(palette: Palette, theme: Theme, count: number): readonly string[] {
  const colors = palette[theme];
  if (isList(colors)) return nearestSteps(colors, count);
  if (count === 1) return nearestSteps(paletteColors(palette, theme, 3), 1);
  const size = Object.keys(colors)
    .map(Number)
    .sort((a, b) => a - b)
    .find((candidate) => candidate >= count);
  if (size !== undefined) return nearestSteps(colors[size] ?? [], count);
  return sampleRamp(fullTable(palette, theme), count);
}

/** The table that a continuous ramp runs through: the largest, for a diverging palette the largest that has a middle colour. */
export function fullTable(palette: Palette, theme: Theme): readonly string[] {
  const colors = palette[theme];
  if (isList(colors)) return colors;
  const sizes = Object.keys(colors)
    .map(Number)
    .filter((size) => palette.kind !== 'diverging' || size % 2 === 1);
  return colors[Math.max(...sizes)] ?? [];
}

function isList(colors: PaletteColors): colors is readonly string[] {
  return Array.isArray(colors);
}

function nearestSteps(colors: readonly string[], count: number): readonly string[] {
  if (colors.length === count) return colors;
  const last = colors.length - 1;
  return Array.from({ length: count }, (_, i) => {
    const at = count === 1 ? last / 2 : (i * last) / (count - 1);
    return colors[Math.round(at)] ?? colors[0] ?? '#000000';
  });
}
