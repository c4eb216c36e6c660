import type { JSX } from 'react';
import { useKeySettings } from '../hooks/useKeySettings.js';
import { useMessages } from '../hooks/useMessages.js';
import { fill } from '../messages/fill.js';
import { CheckedField } from './CheckedField.js';

interface PivotFieldsProps {
  /** Whether colours go by distance (a ramp, equal width) or factor (log), so that both sides can span the same. */
  readonly bySpan: boolean;
}

/** The value that takes a diverging palette's middle colour, and whether both of its sides span the same. */
export function PivotFields({ bySpan }: PivotFieldsProps): JSX.Element {
  const messages = useMessages();
  const { own, change } = useKeySettings();
  const pivot = own.pivot ?? null;
  return (
    <div className="runhue-pivot">
      <CheckedField
        label={messages.pivot}
        text={pivot === null ? '' : String(pivot)}
        placeholder={messages.pivotMiddle}
        check={(text) => (text.trim() === '' || isNumber(text) ? null : fill(messages.pivotRefused, { text: text.trim() }))}
        onCommit={(text) => change({ pivot: text === '' ? undefined : Number(text) + 0 })}
      />
      <p className="runhue-hint">{messages.pivotHint}</p>
      {bySpan && pivot !== null && (
        <label className="runhue-check">
          <input
            type="checkbox"
            checked={own.symmetric ?? false}
            onChange={(event) => change({ symmetric: event.currentTarget.checked || undefined })}
          />
          <span>{messages.symmetric}</span>
          <span className="runhue-hint">{messages.symmetricHint}</span>
        </label>
      )}
    </div>
  );
}

function isNumber(text: string): boolean {
  return /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(text) && Number.isFinite(Number(text));
}
