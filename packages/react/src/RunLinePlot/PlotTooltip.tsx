import { useEffect, useLayoutEffect, useRef, type JSX, type KeyboardEvent, type RefObject } from 'react';
import { Swatch } from '../BucketLegend/Swatch.js';
import type { BucketStyle, RunId } from '@runhue/core';
import { useLatest } from '../hooks/useEqual.js';
import { useRunText } from '../hooks/useRunText.js';
import { useMessages } from '../hooks/useMessages.js';
import { fill } from '../messages/fill.js';
import { middleOf } from './groups/group-text.js';
import { GroupReading } from './groups/GroupReading.js';
import { useLineColors } from './groups/useLineSubjects.js';
import { CopyReading } from './CopyReading.js';
import { placeTooltip } from './place-tooltip.js';
import { baselineStyle, signed, type BaselineReading } from './plot-baseline.js';
import type { PlotLine } from './plot-line.js';
import type { Neighbours } from './plot-neighbours.js';
import type { Reading } from './plot-reading.js';
import { readingText } from './reading-text.js';
import { TooltipNeighbours } from './TooltipNeighbours.js';
import type { Place } from './useReading.js';

/** The words of a plot's values. */
export interface PlotWords {
  readonly metric: string;
  readonly xName: string;
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
  /** The same for values that stand below each other. */
  readonly alignY: (values: readonly number[]) => (value: number) => string;
}

interface PlotTooltipProps {
  readonly reading: Reading;
  /** The plot's lines. */
  readonly lines: readonly PlotLine[];
  /** The value before smoothing; null when it is what is drawn. */
  readonly raw: number | null;
  readonly words: PlotWords;
  readonly neighbours: Neighbours;
  /** The run that others are compared with, by id; undefined when there is none. */
  readonly baselineId: RunId | undefined;
  /** The same, compared; null when there is nothing to compare. */
  readonly baseline: BaselineReading | null;
  /** Where the pointer is, from the plot's top left corner; null when read by keys. */
  readonly pointer: Place | null;
  readonly pinned: boolean;
  /** The plot. */
  readonly anchor: RefObject<HTMLElement | null>;
}

/** What is read, in words: in the top layer, so that no card or scroller clips it, and never over the pointer or the point. */
export function PlotTooltip(props: PlotTooltipProps): JSX.Element {
  const { reading, lines, raw, neighbours, baselineId, baseline, pointer, pinned, anchor } = props;
  const ref = useRef<HTMLDivElement>(null);
  const formatY = props.words.alignY(valuesOf(props));
  const words = { ...props.words, formatY };
  const messages = useMessages();
  const colors = useLineColors(lines);
  const styleOf = (runId: RunId): BucketStyle => (runId === baselineId ? baselineStyle('var(--runhue-text)') : colors.styleOf(runId));
  const runText = useRunText()(reading.line.runId);
  const { title, value, bucket } = runText;
  const style = styleOf(reading.line.runId);

  const leave = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') anchor.current?.focus();
  };
  useLayoutEffect(() => {
    const tip = ref.current;
    if (tip && 'popover' in tip && tip.isConnected && !tip.matches(':popover-open')) tip.showPopover();
  }, []);
  const placeNow = useLatest(() => place(ref.current, anchor.current, reading, pointer));
  useLayoutEffect(() => placeNow.current());
  useEffect(() => {
    const follow = (): void => placeNow.current();
    const options = { capture: true, passive: true };
    window.addEventListener('scroll', follow, options);
    window.addEventListener('resize', follow);
    return () => {
      window.removeEventListener('scroll', follow, options);
      window.removeEventListener('resize', follow);
    };
  }, [placeNow]);

  return (
    <div ref={ref} className="runhue-plot-tooltip" role="tooltip" popover="manual" data-pinned={pinned ? '' : undefined} onKeyDown={leave}>
      <div className="runhue-plot-tooltip-run">
        <Swatch style={style} line={style.dash !== null} />
        <span>{reading.line.name}</span>
        {reading.line.runId === baselineId && <span className="runhue-plot-tooltip-tag">{messages.plotBaseline}</span>}
      </div>
      <dl>
        <dt>{reading.line.group ? middleOf(reading.line.group.by, words.metric, messages) : words.metric}</dt>
        <dd>
          {words.formatY(reading.y)}
          {raw !== null && <span className="runhue-muted"> {messages.plotSmoothed}</span>}
        </dd>
        {raw !== null && (
          <>
            <dt>{messages.plotRaw}</dt>
            <dd>{words.formatY(raw)}</dd>
          </>
        )}
        {reading.line.group && <GroupReading group={reading.line.group} point={reading.point} words={words} />}
        <dt>{words.xName}</dt>
        <dd>{words.formatX(reading.x)}</dd>
        {baseline && (
          <>
            <dt>{fill(messages.plotBaselineRun, { run: baseline.line.name })}</dt>
            <dd>{words.formatY(baseline.y)}</dd>
            <dt>{messages.plotDifference}</dt>
            <dd>{signed(baseline.difference, words.formatY)}</dd>
          </>
        )}
      </dl>
      {bucket !== '' && (
        <p className="runhue-plot-tooltip-key">
          <span>{title}</span> {value !== bucket && <b>{value}</b>}
          {value !== bucket && ' · '}
          <span className="runhue-plot-tooltip-bucket">{bucket}</span>
        </p>
      )}
      <TooltipNeighbours y={reading.y} neighbours={neighbours} styleOf={styleOf} formatY={words.formatY} pinned={pinned} />
      {pinned && <CopyReading key={reading.line.runId} text={() => readingText({ reading, words, neighbours, baseline, runText, messages })} />}
    </div>
  );
}

/** Every y value that the tooltip shows. */
function valuesOf({ reading: { y, point, line }, raw, neighbours, baseline }: PlotTooltipProps): number[] {
  const band = [line.group?.low?.[point] ?? NaN, line.group?.high?.[point] ?? NaN];
  const compared = baseline ? [baseline.y] : [];
  return [y, raw ?? NaN, ...band, ...compared, ...neighbours.shown.map((neighbour) => neighbour.y)];
}

function place(tip: HTMLElement | null, anchor: HTMLElement | null, reading: Reading, pointer: Place | null): void {
  if (!tip || !anchor) return;
  const plot = anchor.getBoundingClientRect();
  const at = pointer ?? reading;
  const free = {
    left: plot.left + Math.min(at.left, reading.left),
    top: plot.top + Math.min(at.top, reading.top),
    width: Math.abs(at.left - reading.left),
    height: Math.abs(at.top - reading.top),
  };
  const size = { width: tip.offsetWidth, height: tip.offsetHeight };
  const { clientWidth, clientHeight } = document.documentElement;
  const { left, top } = placeTooltip(free, size, { left: 0, top: 0, width: clientWidth, height: clientHeight });
  tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}
