import type { BucketMethod, Bucketing } from '@runhue/core';
import type { JSX } from 'react';
import { useBuckets } from '../hooks/useBuckets.js';
import { useColorSettings } from '../hooks/useColorSettings.js';
import { useKeySettings } from '../hooks/useKeySettings.js';
import { useMessages } from '../hooks/useMessages.js';
import { PaletteChoices } from './PaletteChoices.js';
import { PivotFields } from './PivotFields.js';
import { useCategoricalPalettes, useOrderedPalettes } from './usePalettes.js';

/** Colours shown of a palette whose ramp is continuous. */
const rampSteps = 32;
/** Slots of a categorical palette that are shown at most. */
const mostSlots = 12;
const methodsBySpan: ReadonlySet<BucketMethod> = new Set(['continuous', 'equal-width', 'log']);

/** The palette of the Key in force: one with an order for numbers and ordered categories, one without for other categories. */
export function PaletteField(): JSX.Element {
  const bucketing = useBuckets();
  const hasSlots = bucketing.buckets.some(({ slot }) => slot !== null);
  return hasSlots ? <CategoricalPaletteField count={mostSlots} /> : <OrderedPaletteField bucketing={bucketing} />;
}

/** Palettes without an order, for categories and original run colors. */
export function CategoricalPaletteField({ count }: { readonly count: number }): JSX.Element {
  return <PaletteChoices control={useCategoricalPalettes()} count={count} />;
}

function OrderedPaletteField({ bucketing }: { readonly bucketing: Bucketing }): JSX.Element {
  const messages = useMessages();
  const { settings, setReverse } = useColorSettings();
  const { own } = useKeySettings();
  const isNumeric = bucketing.kind !== 'category';
  const control = useOrderedPalettes(isNumeric);
  const steps = bucketing.buckets.filter(({ kind }) => kind === 'range' || kind === 'value' || kind === 'category').length;
  const diverging = control.choices.find(({ name }) => name === control.chosen)?.kind === 'diverging';
  return (
    <PaletteChoices control={control} count={bucketing.kind === 'continuous' ? rampSteps : Math.max(2, steps)} reverse={settings.reverse}>
      {isNumeric && diverging && <PivotFields bySpan={methodsBySpan.has(own.method ?? 'equal-width')} />}
      <label className="runhue-check">
        <input type="checkbox" checked={settings.reverse} onChange={(event) => setReverse(event.currentTarget.checked)} />
        <span>{messages.reverse}</span>
        <span className="runhue-hint">{messages.reverseHint}</span>
      </label>
    </PaletteChoices>
  );
}
