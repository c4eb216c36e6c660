import type { ColorOptions } from './choose-palette.js';
import { paletteColors } from './palette.js';
import { categorical } from './palettes/categorical.js';

/** Slots that colour alone tells apart. */
const solidSlots = 8;
const dashes: readonly (readonly number[])[] = [
  [9, 3],
  [9, 3, 2, 3],
  [9, 3, 2, 3, 2, 3],
];

/** Colour and dash of a slot: twelve colours, from the ninth on also dashed, and other dashes when the colours come round again. */
export function slotStyle(slot: number, options: ColorOptions): { color: string; dash: readonly number[] | null } {
  const colors = paletteColors(categorical, options.theme, 12);
  const color = colors[slot % colors.length] ?? '#000000';
  if (slot < solidSlots) return { color, dash: null };
  return { color, dash: dashes[Math.floor(slot / colors.length) % dashes.length] ?? null };
}
