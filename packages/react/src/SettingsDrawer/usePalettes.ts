import { keySettingsOf, palettes as shipped, withKeySettings, type Palette } from '@runhue/core';
import { useColorSettings } from '../hooks/useColorSettings.js';
import { useRunhueContext } from '../RunhueContext.js';

export interface PaletteControl {
  /** Palettes that can be chosen here, the app's own first. */
  readonly choices: readonly Palette[];
  /** Name of the one in force. */
  readonly chosen: string;
  choose(palette: Palette): void;
}

/** Palettes with an order, for numbers and ordered categories; `diverging` ones only where there can be a midpoint. */
export function useOrderedPalettes(withDiverging: boolean): PaletteControl {
  const { palettes = [], contrast, changeSettings } = useRunhueContext();
  const { settings, key } = useColorSettings();
  const pivoted = withDiverging && key !== null && (keySettingsOf(settings, key).pivot ?? null) !== null;
  const own = ownPalette(settings.palette);
  const choices = [...own, ...palettes, ...shipped.filter(({ name }) => palettes.every((palette) => palette.name !== name))]
    .filter(({ kind }) => kind === 'sequential' || (withDiverging && kind === 'diverging'))
    .filter(({ name }) => contrast === 'normal' || name !== 'runhue');
  return {
    choices,
    chosen: inForce(choices, typeof settings.palette === 'string' ? settings.palette : 'own', pivoted, contrast),
    choose: ({ name, kind }) =>
      changeSettings((current) => {
        const next = name === 'own' && own.length > 0 ? current : { ...current, palette: name };
        return kind === 'diverging' || key === null ? next : withKeySettings(next, key, { pivot: undefined, symmetric: undefined });
      }),
  };
}

/** Palettes without an order, for categories and original run colors. */
export function useCategoricalPalettes(): PaletteControl {
  const { palettes = [] } = useRunhueContext();
  const { settings, setCategoricalPalette } = useColorSettings();
  const choices = [...palettes, ...shipped.filter(({ name }) => palettes.every((palette) => palette.name !== name))].filter(
    ({ kind }) => kind === 'categorical',
  );
  const chosen = choices.find(({ name }) => name === settings.categoricalPalette)?.name ?? 'categorical';
  return { choices, chosen, choose: ({ name }) => setCategoricalPalette(name) };
}

function ownPalette(palette: ReturnType<typeof useColorSettings>['settings']['palette']): Palette[] {
  return typeof palette === 'string' ? [] : [{ name: 'own', label: 'own', kind: 'sequential', ...palette }];
}

/** What core falls back to: a diverging palette around a midpoint, more contrast when the system asks for it, the default for an unknown name. */
function inForce(choices: readonly Palette[], asked: string, pivoted: boolean, contrast: 'normal' | 'more'): string {
  const palette = choices.find(({ name }) => name === asked);
  if (pivoted) return palette?.kind === 'diverging' ? asked : 'diverging';
  return palette ? asked : contrast === 'more' ? 'high-contrast' : 'runhue';
}
