import type { BucketNotice, Bucketing } from '@runhue/core';
import type { JSX } from 'react';
import { useBuckets } from '../hooks/useBuckets.js';
import { useKeySettings } from '../hooks/useKeySettings.js';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { useProblems } from '../hooks/useProblems.js';
import { fill } from '../messages/fill.js';
import type { Messages } from '../messages/messages.js';
import { printEnds } from './print-end.js';
import { SpreadOffers } from './SpreadOffers.js';
import { useSpreadSuggestions } from './useSpreadSuggestions.js';

/** What a person should know about the buckets, each with the acts that change it where there are any. */
export function NoticeList(): JSX.Element | null {
  const messages = useMessages();
  const locale = useLocale();
  const { notices } = useProblems();
  const bucketing = useBuckets();
  const { change } = useKeySettings();
  const spread = useSpreadSuggestions();
  // A crowded bucket offers log too: one of the two says it.
  const logOffered = spread.some(({ offer }) => offer === 'log');
  const shown = notices.filter(({ code }) => templates(messages)[code] !== null && !(code === 'log-suggested' && logOffered));
  if (shown.length === 0) return null;
  return (
    <section className="runhue-section" aria-label={messages.notices}>
      {shown.map((notice) => (
        <div key={notice.code} className="runhue-hint">
          {noticeText(notice, bucketing, messages, locale)}{' '}
          {(notice.code === 'beyond-domain' || notice.code === 'domain-not-used') && (
            <button type="button" className="runhue-link" onClick={() => change({ domain: undefined })}>
              {messages.useAllValues}
            </button>
          )}
          {notice.code === 'log-suggested' && <SpreadOffers suggestions={[{ offer: 'log', patch: { method: 'log' } }]} />}
          {notice.code === 'crowded-bucket' && <SpreadOffers suggestions={spread} />}
        </div>
      ))}
    </section>
  );
}

function noticeText(notice: BucketNotice, bucketing: Bucketing, messages: Messages, locale: string): string {
  const params = withPrintedEnds(notice.params, bucketing, locale);
  if (notice.code === 'beyond-domain' && notice.params['count'] === 1) return fill(messages.noticeBeyondDomainOne, params, locale);
  return fill(templates(messages)[notice.code] ?? notice.message, params, locale);
}

/** Ends of a domain as the edges of their legend print; counts stay numbers. */
function withPrintedEnds(params: BucketNotice['params'], bucketing: Bucketing, locale: string): BucketNotice['params'] {
  const names = ['lower', 'upper', 'end'].filter((name) => typeof params[name] === 'number');
  const printed = printEnds(names.map((name) => Number(params[name])), bucketing, locale);
  return { ...params, ...Object.fromEntries(names.map((name, i) => [name, printed[i] ?? ''])) };
}

/** The wording per notice; null where a control beside it already says so. */
function templates(messages: Messages): Partial<Record<BucketNotice['code'], string | null>> {
  return {
    'fewer-buckets': messages.noticeFewerBuckets,
    'beyond-domain': messages.noticeBeyondDomain,
    'domain-not-used': messages.noticeDomainNotUsed,
    'mixed-types': messages.noticeMixedTypes,
    'count-not-used': null,
    'log-not-positive': messages.noticeLogNotPositive,
    'crowded-bucket': messages.noticeCrowdedBucket,
    'log-suggested': messages.noticeLogSuggested,
    'edges-repaired': messages.noticeEdgesRepaired,
    'no-values': messages.noticeNoValues,
  };
}
