import { useEffect, useRef, useState, type JSX } from 'react';
import { useColoring } from '../hooks/useColoring.js';
import { useColoringTitle } from '../hooks/useColoringTitle.js';
import { useRunhueStore } from '../hooks/useRunhueStore.js';
import { fill } from '../messages/fill.js';
import { useRunhueContext } from '../RunhueContext.js';

/** How long choices must rest before they are read out. */
const restMs = 500;

/** Tells assistive technology what the colours mean after a user's choice. Silent on mount and while data streams in. */
export function ColoringStatus(): JSX.Element {
  const { messages, locale } = useRunhueContext();
  const { bucketing } = useColoring();
  const settings = useRunhueStore((state) => state.settings);
  const title = useColoringTitle();
  const [text, setText] = useState('');
  const seen = useRef({ settings, title });

  const ranges = bucketing.buckets.filter(({ kind }) => kind !== 'missing' && kind !== 'nonFinite').length;
  const missing = bucketing.buckets.find(({ kind }) => kind === 'missing')?.count ?? 0;
  const runs = bucketing.column.runIds.length;
  const sentence =
    settings.mode === 'original'
      ? fill(messages.coloredByRun, { runs }, locale)
      : [
          fill(messages.coloredBy, { title, buckets: ranges, runs }, locale),
          missing > 0 ? fill(messages.withoutValue, { count: missing }, locale) : '',
        ].join(' ');

  useEffect(() => {
    if (seen.current.settings === settings && seen.current.title === title) return;
    const timer = setTimeout(() => {
      seen.current = { settings, title };
      setText(sentence.trim());
    }, restMs);
    return () => clearTimeout(timer);
  }, [settings, title, sentence]);

  return (
    <div className="runhue-visually-hidden" role="status" aria-atomic="true">
      {text}
    </div>
  );
}
