import { categoricalPalette, type ColorOptions } from './choose-palette.js';
import { fullTable } from './palette.js';

/** Slots that colour alone tells apart. */
const solidSlots = 8;
const dashes: readonly (readonly number[])[] = [
  [9, 3],
  [9, 3, 2, 3],
  [9, 3, 2, 3, 2, 3],
];

/** How many colours the categorical palette of that name has. */
export function slotCount(palette: string | undefined, options: ColorOptions): number {
  return fullTable(categoricalPalette(palette, options), options.theme).length;
}

/**
 * Colour and dash of a slot: the colours of a categorical palette (default: the kit's twelve), from the ninth on also dashed, and other
 * dashes when the colours come round again.
 */
export function slotStyle(
  slot: number,
  options: ColorOptions,
  palette?: string,
): { color: string; dash: readonly number[] | null } {
  const colors = fullTable(categoricalPalette(palette, options), options.theme);
  const color = colors[slot % colors.length] ?? '#000000';
  if (slot < Math.min(solidSlots, colors.length)) return { color, dash: null };
  return { color, dash: dashes[Math.floor(slot / colors.length) % dashes.length] ?? null };
}
