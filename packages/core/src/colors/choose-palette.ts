import type { ColorSettings } from '../settings/color-settings.js';
import type { Theme } from './bucket-style.js';
import { fullTable, type Palette } from './palette.js';
import { categorical } from './palettes/categorical.js';
import { palettes as shipped } from './palettes/shipped-palettes.js';
import { diverging } from './palettes/diverging.js';
import { highContrast } from './palettes/high-contrast.js';
import { runhue } from './palettes/runhue.js';
import { normalizeHex } from './srgb.js';

/** What colours are made for, beside a user's settings. */
export interface ColorOptions {
  readonly theme: Theme;
  /** An app's own palettes, offered beside the shipped ones; of equal names the app's wins. */
  readonly palettes?: readonly Palette[];
  /** `more` (CSS `prefers-contrast`): the default ramp gives way to the high-contrast one, and casings start at 4.2:1. Default `normal`. */
  readonly contrast?: 'normal' | 'more';
}

/**
 * The palette for values that have an order: the one the settings name, the app's own colours, or the default one when the name is unknown,
 * names a categorical palette, or no colour is readable. With a pivot a named palette must be diverging.
 */
export function orderedPalette(settings: ColorSettings, options: ColorOptions, pivoted: boolean): Palette {
  const { palette } = settings;
  if (typeof palette !== 'string') return ownPalette(palette) ?? fallback(options, pivoted);
  const found = options.palettes?.find(({ name }) => name === palette) ?? shipped.find(({ name }) => name === palette);
  if (!found || found.kind === 'categorical' || (pivoted && found.kind !== 'diverging')) return fallback(options, pivoted);
  return found === runhue ? fallback(options, pivoted) : found;
}

/** The categorical palette of that name; the kit's own when the name is unknown or names another kind, or nothing. */
export function categoricalPalette(name: string | undefined, options: ColorOptions): Palette {
  const known = [...(options.palettes ?? []), ...shipped].find((palette) => palette.name === name);
  return known?.kind === 'categorical' && fullTable(known, options.theme).length > 0 ? known : categorical;
}

function fallback(options: ColorOptions, pivoted: boolean): Palette {
  if (pivoted) return diverging;
  return options.contrast === 'more' ? highContrast : runhue;
}

type OwnColors = Exclude<ColorSettings['palette'], string>;
const own = new WeakMap<OwnColors, Palette | null>();

function ownPalette(colors: OwnColors): Palette | null {
  let palette = own.get(colors);
  if (palette === undefined) {
    const light = readable(colors.light);
    const dark = readable(colors.dark);
    const either = light.length > 0 ? light : dark;
    palette =
      either.length === 0
        ? null
        : { name: 'own', label: 'Own', kind: 'sequential', light: either, dark: dark.length > 0 ? dark : light };
    own.set(colors, palette);
  }
  return palette;
}

function readable(colors: readonly string[] | undefined): readonly string[] {
  return (colors ?? []).map(normalizeHex).filter((hex) => hex !== null);
}
