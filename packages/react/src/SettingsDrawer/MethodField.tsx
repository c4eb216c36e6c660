import { bucketMethods, type BucketMethod } from '@runhue/core';
import { useId, type JSX } from 'react';
import { useBuckets } from '../hooks/useBuckets.js';
import { useKeySettings } from '../hooks/useKeySettings.js';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { count } from '../messages/count.js';
import type { Messages } from '../messages/messages.js';

/** How a numeric Key is cut; log says why where it cannot be had. Absent for categories. */
export function MethodField(): JSX.Element | null {
  const messages = useMessages();
  const refusal = useLogRefusal();
  const bucketing = useBuckets();
  const { own, change } = useKeySettings();
  const id = useId();
  if (bucketing.kind === 'category') return null;
  const method = own.method ?? 'equal-width';
  const choose = (next: BucketMethod): void =>
    change(next === 'custom' ? { method: next, edges: own.edges ?? bucketing.edges } : { method: next });
  return (
    <section className="runhue-section">
      <div className="runhue-label-row">
        <label className="runhue-label" htmlFor={id}>
          {messages.method}
        </label>
      </div>
      <select
        id={id}
        className="runhue-input runhue-select"
        value={method}
        aria-describedby={refusal === null ? undefined : `${id}-reason`}
        onChange={(event) => choose(event.currentTarget.value as BucketMethod)}
      >
        {bucketMethods.map((each) => (
          <option key={each} value={each} disabled={each === 'log' && refusal !== null && method !== 'log'}>
            {methodName(each, messages)}
          </option>
        ))}
      </select>
      {refusal !== null && (
        <p className="runhue-hint" id={`${id}-reason`}>
          {refusal}
        </p>
      )}
    </section>
  );
}

/** Why log buckets cannot be made; null when they can. */
function useLogRefusal(): string | null {
  const messages = useMessages();
  const locale = useLocale();
  const { column, domain } = useBuckets();
  if ('categoryIds' in column || domain === null) return null;
  const refused = column.values.reduce((sum, value) => sum + Number(Number.isFinite(value) && value <= 0), 0);
  if (refused > 0) return count(messages.logRefusedOne, messages.logRefused, refused, locale);
  return domain[0] > 0 ? null : messages.logRefusedDomain;
}

function methodName(method: BucketMethod, messages: Messages): string {
  return {
    'equal-width': messages.methodEqualWidth,
    log: messages.methodLog,
    quantile: messages.methodQuantile,
    natural: messages.methodNatural,
    custom: messages.methodCustom,
    continuous: messages.methodContinuous,
  }[method];
}
