import { frozenEdges } from '@runhue/core';
import { useId, type JSX } from 'react';
import { useBuckets } from '../hooks/useBuckets.js';
import { useColorSettings } from '../hooks/useColorSettings.js';
import { useKeySettings } from '../hooks/useKeySettings.js';
import { useMessages } from '../hooks/useMessages.js';
import { CheckedField } from './CheckedField.js';
import { domainEnd } from './domain-end.js';
import { endText } from './print-end.js';
import { SegmentedField } from './SegmentedField.js';

/** Whose values make the extent, and the domain that pins it: typed ends, or the edges frozen as they are. Absent for categories. */
export function DomainField(): JSX.Element | null {
  const messages = useMessages();
  const { settings, setScope } = useColorSettings();
  const { own, change } = useKeySettings();
  const bucketing = useBuckets();
  const titleId = useId();
  if (bucketing.kind === 'category') return null;
  const pinned = own.domain ?? [null, null];
  // Not with the legend's digits: a typed end stays as it was typed.
  const plainly = { ...bucketing, edgeFormat: null };
  const isPinned = pinned.some((end) => end !== null);
  const frozen = isPinned ? null : frozenEdges(bucketing, own);

  const field = (side: 0 | 1): JSX.Element => {
    const end = pinned[side];
    const followed = bucketing.extent?.[side];
    return (
      <CheckedField
        label={side === 0 ? messages.domainLower : messages.domainUpper}
        text={end === null ? '' : endText(end, plainly)}
        placeholder={followed === undefined ? '' : endText(Number(followed.toPrecision(bucketing.column.type === 'date' ? 16 : 6)), plainly)}
        check={(text) => domainEnd(text, side, pinned, bucketing, messages).refusal}
        onCommit={(text) => {
          const read = domainEnd(text, side, pinned, bucketing, messages);
          if (read.refusal === null) change({ domain: side === 0 ? [read.end, pinned[1]] : [pinned[0], read.end] });
        }}
      />
    );
  };
  return (
    <>
      <section className="runhue-section">
        <SegmentedField
          label={messages.scope}
          value={settings.scope}
          options={[
            { value: 'all', label: messages.scopeAll },
            { value: 'visible', label: messages.scopeVisible },
          ]}
          onChange={setScope}
        />
        {settings.scope === 'visible' && <p className="runhue-hint">{messages.scopeHint}</p>}
      </section>
      <section className="runhue-section" aria-labelledby={titleId}>
        <div className="runhue-label-row">
          <h3 className="runhue-label" id={titleId}>
            {messages.domain}
          </h3>
          {isPinned && (
            <button type="button" className="runhue-link" onClick={() => change({ domain: undefined })}>
              {messages.useAllValues}
            </button>
          )}
        </div>
        <div className="runhue-field-pair">
          {field(0)}
          {field(1)}
        </div>
        <p className="runhue-hint">{isPinned ? messages.frozenHint : messages.domainHint}</p>
        {frozen !== null && (
          <button type="button" className="runhue-button" onClick={() => change(frozen)}>
            {messages.freezeEdges}
          </button>
        )}
      </section>
    </>
  );
}
