import type { BucketNotice } from '@runhue/core';
import type { JSX } from 'react';
import { useColorSettings } from '../hooks/useColorSettings.js';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { useProblems } from '../hooks/useProblems.js';
import { fill } from '../messages/fill.js';
import type { Messages } from '../messages/messages.js';

/** What a person should know about the buckets, each with the one act that changes it where there is one. */
export function NoticeList(): JSX.Element | null {
  const messages = useMessages();
  const locale = useLocale();
  const { notices } = useProblems();
  const { key, setKeySettings } = useColorSettings();
  const shown = notices.filter(({ code }) => templates(messages)[code] !== null);
  if (shown.length === 0) return null;
  return (
    <section className="runhue-section" aria-label={messages.notices}>
      {shown.map((notice) => (
        <p key={notice.code} className="runhue-hint">
          {noticeText(notice, messages, locale)}{' '}
          {notice.code === 'beyond-domain' && key !== null && (
            <button type="button" className="runhue-link" onClick={() => setKeySettings(key, { domain: null })}>
              {messages.useAllValues}
            </button>
          )}
        </p>
      ))}
    </section>
  );
}

function noticeText(notice: BucketNotice, messages: Messages, locale: string): string {
  if (notice.code === 'beyond-domain' && notice.params['count'] === 1) return fill(messages.noticeBeyondDomainOne, notice.params, locale);
  return fill(templates(messages)[notice.code] ?? notice.message, notice.params, locale);
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
