import type { Palette } from '@runhue/core';
import type { Messages } from '../messages/messages.js';

/** A shipped palette's name in the user's language; an app's own palettes bring their label. */
export function paletteName({ name, label }: Palette, messages: Messages): string {
  const names: Readonly<Record<string, string>> = {
    runhue: messages.paletteRunhue,
    classic: messages.paletteClassic,
    viridis: messages.paletteViridis,
    cividis: messages.paletteCividis,
    diverging: messages.paletteDiverging,
    categorical: messages.paletteCategorical,
    'okabe-ito': messages.paletteOkabeIto,
    'high-contrast': messages.paletteHighContrast,
    own: messages.paletteOwn,
  };
  return names[name] ?? label;
}
