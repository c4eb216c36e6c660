import { useEffect, useState, type JSX } from 'react';
import { useMessages } from '../hooks/useMessages.js';

/** Copies a pinned reading as text; absent where the page may not write to the clipboard. */
export function CopyReading({ text }: { readonly text: () => string }): JSX.Element | null {
  const messages = useMessages();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  if (!('clipboard' in navigator)) return null;
  const copy = (): void => {
    navigator.clipboard.writeText(text()).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div className="runhue-plot-tooltip-copy">
      <button type="button" className="runhue-link" onClick={copy}>
        {messages.plotCopy}
      </button>
      <span role="status">{copied ? messages.plotCopied : ''}</span>
    </div>
  );
}
