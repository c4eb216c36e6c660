import type { BucketStyle, RunId } from '@runhue/core';
import { useLayoutEffect, useRef, type JSX } from 'react';
import { Swatch } from '../BucketLegend/Swatch.js';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { fill } from '../messages/fill.js';
import type { Neighbours } from './plot-neighbours.js';

interface TooltipNeighboursProps {
  /** The value that is read, near which a pinned list opens. */
  readonly y: number;
  readonly neighbours: Neighbours;
  readonly styleOf: (runId: RunId) => BucketStyle;
  readonly formatY: (value: number) => string;
  readonly pinned: boolean;
}

/** The other runs at the x that is read: swatch, name and value, high on top. A pinned list can be scrolled, by keys too. */
export function TooltipNeighbours(props: TooltipNeighboursProps): JSX.Element | null {
  const { y: read, neighbours, styleOf, formatY, pinned } = props;
  const { shown, more } = neighbours;
  const list = useRef<HTMLUListElement>(null);
  const messages = useMessages();
  const locale = useLocale();
  useLayoutEffect(() => {
    const next = list.current?.children[shown.findIndex(({ y }) => y < read)];
    if (pinned && list.current && next instanceof HTMLElement) list.current.scrollTop = next.offsetTop - list.current.offsetTop - list.current.clientHeight / 2;
  }, [pinned, shown, read]);
  if (shown.length === 0) return null;
  return (
    <>
      <ul ref={list} className="runhue-plot-tooltip-runs" aria-label={messages.plotNeighbours} tabIndex={pinned ? 0 : undefined}>
        {shown.map(({ line, y }, place) => (
          // By place: with every move all are others, and rows that stay cost half of new ones.
          <li key={place}>
            <Swatch style={styleOf(line.runId)} line={styleOf(line.runId).dash !== null} />
            <span>{line.name}</span>
            <span>{formatY(y)}</span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="runhue-muted">{fill(messages.plotMoreRuns, { count: more }, locale)}</p>}
    </>
  );
}
