import { yValues, type YValue } from '@runhue/core';
import type { JSX } from 'react';
import { useColorSettings } from '../hooks/useColorSettings.js';
import { useMessages } from '../hooks/useMessages.js';
import { fill } from '../messages/fill.js';
import { useRunhueContext } from '../RunhueContext.js';
import { SegmentedField } from './SegmentedField.js';

/** Latest, Max or Min: which point of a history speaks for the run. Of a source only what it can tell. */
export function YValueField(): JSX.Element {
  const messages = useMessages();
  const { session } = useRunhueContext();
  const { settings, key, setYValue } = useColorSettings();
  const offered = session ? yValues.filter((value) => session.source.abilities.yValues.includes(value)) : yValues;
  const labels: Record<YValue, string> = { latest: messages.latest, max: messages.max, min: messages.min };
  return (
    <section className="runhue-section">
      <SegmentedField
        label={messages.yValue}
        value={session?.usableYValue(settings.yValue) ?? settings.yValue}
        options={offered.map((value) => ({ value, label: labels[value] }))}
        disabledReason={(settings.key ?? key)?.startsWith('config:') ? messages.yValueUnused : undefined}
        onChange={setYValue}
      />
      {session && offered.length < yValues.length && <p className="runhue-hint">{fill(messages.sourceYValues, { source: session.source.abilities.name })}</p>}
    </section>
  );
}
