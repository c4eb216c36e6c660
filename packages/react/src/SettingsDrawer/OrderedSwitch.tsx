import { compareNatural } from '@runhue/core';
import type { JSX } from 'react';
import { useBuckets } from '../hooks/useBuckets.js';
import { useKeySettings } from '../hooks/useKeySettings.js';
import { useMessages } from '../hooks/useMessages.js';

/** Whether categories mean low to high, and the way back to their natural order. */
export function OrderedSwitch(): JSX.Element {
  const messages = useMessages();
  const { buckets } = useBuckets();
  const { own, change } = useKeySettings();
  const categories = buckets.filter(({ categoryId }) => categoryId !== null);
  const naturally = categories.toSorted((a, b) => compareNatural(a.value ?? '', b.value ?? ''));
  const isNatural = naturally.every((bucket, i) => bucket === categories[i]);
  const sort = (): void => {
    const ids = naturally.map(({ categoryId }) => categoryId as string);
    change({ categoryOrder: [...ids, ...(own.categoryOrder ?? []).filter((id) => !ids.includes(id))] });
  };
  return (
    <div className="runhue-label-row">
      <label className="runhue-check">
        <input type="checkbox" checked={own.ordered ?? false} onChange={(event) => change({ ordered: event.currentTarget.checked })} />
        <span>{messages.ordered}</span>
        <span className="runhue-hint">{messages.orderedHint}</span>
      </label>
      {own.ordered && !isNatural && (
        <button type="button" className="runhue-link" onClick={sort}>
          {messages.naturalOrder}
        </button>
      )}
    </div>
  );
}
