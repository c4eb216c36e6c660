import { changedRuns, frozenEdges } from '@runhue/core';
import { useEffect, useRef, useState, type JSX } from 'react';
import { useColoring } from '../hooks/useColoring.js';
import { useKeySettings } from '../hooks/useKeySettings.js';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { useRunhueStore } from '../hooks/useRunhueStore.js';
import { count } from '../messages/count.js';

/** Says, and announces, when runs changed colour although their user chose nothing: other runs moved the edges. With the way to stop that. */
export function EdgeMoves(): JSX.Element {
  const messages = useMessages();
  const locale = useLocale();
  const { own, change } = useKeySettings();
  const { bucketing } = useColoring();
  const moved = useMovedRuns();
  const frozen = moved > 0 ? frozenEdges(bucketing, own) : null;
  return (
    <div role="status" className={moved > 0 ? 'runhue-section runhue-hint' : undefined}>
      {moved > 0 && count(messages.edgesMovedOne, messages.edgesMoved, moved, locale)}{' '}
      {frozen !== null && (
        <button type="button" className="runhue-link" onClick={() => change(frozen)}>
          {messages.freezeEdges}
        </button>
      )}
    </div>
  );
}

/** How many runs changed bucket when the runs last moved the edges; 0 after the next choice. */
function useMovedRuns(): number {
  const { bucketing } = useColoring();
  const settings = useRunhueStore((state) => state.settings);
  const seen = useRef({ bucketing, settings });
  const [moved, setMoved] = useState(0);
  useEffect(() => {
    const before = seen.current;
    seen.current = { bucketing, settings };
    const [was, is] = [before.bucketing.column, bucketing.column];
    // A source's column may come after the choice of its Key.
    if (before.settings !== settings || was.keyId !== is.keyId || was.yValue !== is.yValue) setMoved(0);
    else if (before.bucketing !== bucketing) setMoved((last) => changedRuns(before.bucketing, bucketing).length || last);
  }, [bucketing, settings]);
  return moved;
}
