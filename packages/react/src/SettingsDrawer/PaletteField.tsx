import { paletteColors, palettes, type Palette } from '@runhue/core';
import { useId, type JSX } from 'react';
import { useBuckets } from '../hooks/useBuckets.js';
import { useColorSettings } from '../hooks/useColorSettings.js';
import { useMessages } from '../hooks/useMessages.js';
import { useTheme } from '../hooks/useTheme.js';
import type { Messages } from '../messages/messages.js';

/** The palettes as their colours on the current theme, and the direction switch. Absent for categories, whose colours are fixed. */
export function PaletteField(): JSX.Element | null {
  const messages = useMessages();
  const theme = useTheme();
  const { settings, setPalette, setReverse } = useColorSettings();
  const bucketing = useBuckets();
  const name = useId();
  if (bucketing.kind === 'category') return null;
  const ranges = bucketing.buckets.filter(({ kind }) => kind === 'range' || kind === 'value').length;
  const choices = palettes.filter(({ kind }) => kind === 'sequential');
  return (
    <section className="runhue-section">
      <fieldset className="runhue-field">
        <legend className="runhue-label">{messages.palette}</legend>
        {choices.map((palette) => (
          <label key={palette.name} className="runhue-palette">
            <input
              type="radio"
              name={name}
              checked={settings.palette === palette.name}
              onChange={() => setPalette(palette.name)}
            />
            <span className="runhue-palette-name">{paletteName(palette, messages)}</span>
            <PaletteStrip colors={stripColors(palette, Math.max(2, ranges), theme, settings.reverse)} />
          </label>
        ))}
      </fieldset>
      <label className="runhue-check">
        <input type="checkbox" checked={settings.reverse} onChange={(event) => setReverse(event.currentTarget.checked)} />
        <span>{messages.reverse}</span>
        <span className="runhue-hint">{messages.reverseHint}</span>
      </label>
    </section>
  );
}

function PaletteStrip({ colors }: { readonly colors: readonly string[] }): JSX.Element {
  return (
    <svg className="runhue-strip" viewBox={`0 0 ${colors.length} 1`} preserveAspectRatio="none" aria-hidden="true">
      {colors.map((color, i) => (
        <rect key={i} x={i} y="0" width="1.02" height="1" fill={color} />
      ))}
    </svg>
  );
}

function stripColors(palette: Palette, count: number, theme: 'light' | 'dark', reverse: boolean): readonly string[] {
  const colors = paletteColors(palette, theme, count);
  return reverse ? [...colors].reverse() : colors;
}

function paletteName(palette: Palette, messages: Messages): string {
  const names: Readonly<Record<string, string>> = {
    runhue: messages.paletteRunhue,
    classic: messages.paletteClassic,
    viridis: messages.paletteViridis,
    cividis: messages.paletteCividis,
    'high-contrast': messages.paletteHighContrast,
  };
  return names[palette.name] ?? palette.label;
}
