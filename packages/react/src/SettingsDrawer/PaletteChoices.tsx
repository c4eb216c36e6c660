import { checkPalette, colorSeen, paletteColors, themeBackgrounds, type Palette, type PaletteWarning, type View } from '@runhue/core';
import { useId, useState, type JSX, type ReactNode } from 'react';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { useTheme } from '../hooks/useTheme.js';
import { fill } from '../messages/fill.js';
import type { Messages } from '../messages/messages.js';
import { useRunhueContext } from '../RunhueContext.js';
import { paletteName } from './palette-names.js';
import { SegmentedField } from './SegmentedField.js';
import type { PaletteControl } from './usePalettes.js';

/** Warnings spelled out; the rest is counted. */
const mostWarnings = 3;

interface PaletteChoicesProps {
  readonly control: PaletteControl;
  /** How many colours to show of each. */
  readonly count: number;
  readonly reverse?: boolean;
  readonly children?: ReactNode;
}

/** Palettes as their colours on the current theme, and as others see them. An app's own palette is checked, with the findings in words. */
export function PaletteChoices({ control, count, reverse = false, children }: PaletteChoicesProps): JSX.Element {
  const messages = useMessages();
  const theme = useTheme();
  const { palettes = [], contrast } = useRunhueContext();
  const [view, setView] = useState<View>('normal');
  const name = useId();
  const chosen = control.choices.find((palette) => palette.name === control.chosen);
  const isOwn = chosen !== undefined && (chosen.name === 'own' || palettes.includes(chosen));
  return (
    <section className="runhue-section">
      <fieldset className="runhue-field">
        <legend className="runhue-label">{messages.palette}</legend>
        {control.choices.map((palette) => (
          <label key={palette.name} className="runhue-palette">
            <input
              type="radio"
              name={name}
              checked={palette.name === control.chosen}
              onChange={() => control.choose(palette)}
            />
            <span className="runhue-palette-name">{paletteName(palette, messages)}</span>
            <PaletteStrip colors={stripColors(palette, theme, count, reverse).map((color) => colorSeen(color, view))} />
          </label>
        ))}
      </fieldset>
      {contrast === 'more' && control.chosen === 'high-contrast' && <p className="runhue-hint">{messages.contrastHint}</p>}
      {isOwn && <PaletteWarnings warnings={checkPalette(stripColors(chosen, theme, count, false), themeBackgrounds[theme], chosen.kind)} />}
      <div className="runhue-views">
        <SegmentedField label={messages.seenBy} value={view} options={viewOptions(messages)} onChange={setView} />
      </div>
      {children}
    </section>
  );
}

function PaletteWarnings({ warnings }: { readonly warnings: readonly PaletteWarning[] }): JSX.Element {
  const messages = useMessages();
  const locale = useLocale();
  const templates: Readonly<Record<PaletteWarning['code'], string>> = {
    'invalid-color': messages.warningInvalid,
    'low-contrast': messages.warningContrast,
    'close-colors': messages.warningClose,
    'lightness-not-monotone': messages.warningLightness,
  };
  const inWords = (params: PaletteWarning['params']): PaletteWarning['params'] => {
    const name = (view: string): string => viewOptions(messages).find(({ value }) => value === view)?.label ?? view;
    const translated = Object.entries(params).map(([key, value]) =>
      key === 'vision' || key === 'visions' ? [key, String(value).split(', ').map(name).join(', ')] : [key, value],
    );
    return Object.fromEntries(translated) as PaletteWarning['params'];
  };
  return (
    <ul className="runhue-warnings">
      {warnings.slice(0, mostWarnings).map(({ code, params }, i) => (
        <li key={i} className="runhue-hint">
          {fill(templates[code], inWords(params), locale)}
        </li>
      ))}
      {warnings.length > mostWarnings && (
        <li className="runhue-hint">{fill(messages.moreProblems, { count: warnings.length - mostWarnings }, locale)}</li>
      )}
    </ul>
  );
}

function PaletteStrip({ colors }: { readonly colors: readonly string[] }): JSX.Element {
  return (
    <svg className="runhue-strip" viewBox={`0 0 ${colors.length} 1`} preserveAspectRatio="none" shapeRendering="crispEdges" aria-hidden="true">
      {colors.map((color, i) => (
        <rect key={i} x={i} y="0" width="1.02" height="1" fill={color} />
      ))}
    </svg>
  );
}

function stripColors(palette: Palette, theme: 'light' | 'dark', count: number, reverse: boolean): readonly string[] {
  const table = palette[theme];
  const colors = palette.kind === 'categorical' && Array.isArray(table) ? table.slice(0, count) : paletteColors(palette, theme, count);
  return reverse ? [...colors].reverse() : colors;
}

function viewOptions(messages: Messages): readonly { readonly value: View; readonly label: string }[] {
  return [
    { value: 'normal', label: messages.viewNormal },
    { value: 'protan', label: messages.viewProtan },
    { value: 'deutan', label: messages.viewDeutan },
    { value: 'tritan', label: messages.viewTritan },
    { value: 'grey', label: messages.viewGrey },
  ];
}
