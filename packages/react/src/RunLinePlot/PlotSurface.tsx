import type { RunId } from '@runhue/core';
import { useCallback, useId, useMemo, useRef, useState, type JSX } from 'react';
import { useLatest } from '../hooks/useEqual.js';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { fill } from '../messages/fill.js';
import { groupsOf, useLineVisibility } from './groups/useLineSubjects.js';
import { DragMark } from './DragMark.js';
import { LineCanvas } from './LineCanvas.js';
import { createLinePainter, type LineScene } from './line-painter.js';
import type { PlotFrame } from './PlotChart.js';
import { PlotCursor } from './PlotCursor.js';
import { readBaseline } from './plot-baseline.js';
import { neighboursOf, type TooltipRuns } from './plot-neighbours.js';
import type { Target } from './plot-reading.js';
import { createScene } from './plot-scene.js';
import { PlotTooltip, type PlotWords } from './PlotTooltip.js';
import { ProgressBar } from './ProgressBar.js';
import { RunOverlay } from './RunOverlay.js';
import { SpokenReading } from './SpokenReading.js';
import { usePixelRatio } from './usePixelRatio.js';
import { usePlotKeys } from './usePlotKeys.js';
import type { PlotModel } from './usePlotModel.js';
import { usePlotPointer } from './usePlotPointer.js';
import { usePlotView } from './usePlotView.js';
import { useLasting } from './useLasting.js';
import { useReading } from './useReading.js';
import { useWheelZoom } from './useWheelZoom.js';
import type { YZoom } from './useYZoom.js';
import type { XAxisName } from './x-values.js';

interface PlotSurfaceProps {
  readonly model: PlotModel;
  readonly frame: PlotFrame;
  readonly xAxis: XAxisName;
  readonly yZoom: YZoom;
  readonly words: PlotWords;
  readonly title: string;
  readonly tooltip: TooltipRuns;
  readonly baseline: RunId | undefined;
  readonly lineWidth: number | undefined;
  readonly onRunClick: ((runId: string) => void) | undefined;
}

/** The plot itself, over the chart's frame: lines, cursor, tooltip, and what pointer and keys do. */
export function PlotSurface(props: PlotSurfaceProps): JSX.Element {
  const { model, frame, xAxis, yZoom, words, title, tooltip, baseline, lineWidth, onRunClick } = props;
  const { lines, rawLines } = model;
  const groups = groupsOf(lines)?.size ?? 0;
  const messages = useMessages();
  const locale = useLocale();
  const hintId = useId();
  const surface = useRef<HTMLDivElement>(null);
  const [painter] = useState(createLinePainter);
  const [shown, setShown] = useState<LineScene | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const onPainted = useCallback((next: LineScene) => {
    setShown(next);
    setProgress(null);
  }, []);
  const pixelRatio = usePixelRatio();
  const scene = useMemo(() => createScene(lines, rawLines, frame, pixelRatio, lineWidth), [lines, rawLines, frame, pixelRatio, lineWidth]);
  const view = usePlotView(xAxis);
  const reading = useReading(lines, frame, xAxis);
  const isVisible = useLineVisibility(lines);
  const [byKeys, setByKeys] = useState(false);
  const [zoomSaid, setZoomSaid] = useState('');
  const latest = useLatest({ onRunClick, isVisible, lines });

  const drawsLong = useLasting(progress !== null, 800);
  const pick = ({ runId }: Target): void => {
    reading.pin();
    if (!latest.current.lines.find((line) => line.runId === runId)?.group) latest.current.onRunClick?.(runId);
  };
  const pointer = usePlotPointer({ painter, lines, frame, reading, view, yZoom, far: groups > 0 ? frame.height : 0, onPick: pick });
  const wholeX = model.wholeX ?? frame.x.domain;
  const { wholeY } = model;
  useWheelZoom(surface, { frame, wholeX, wholeY, view, yZoom });
  const onKeyDown = usePlotKeys({
    lines: () => latest.current.lines.filter(({ runId }) => latest.current.isVisible(runId)),
    frame,
    wholeX,
    wholeY,
    reading,
    view,
    yZoom,
    onPick: pick,
    onZoom: (axis, window) => setZoomSaid(zoomText(axis, window)),
  });
  const now = reading.reading;
  const raw = now && rawLines?.[lines.indexOf(now.line)]?.y[now.point];
  const { pinned } = reading;
  const neighbours = useMemo(
    () => (now ? neighboursOf(now, { lines, frame, isVisible, tooltip, pinned }) : null),
    [now, lines, frame, isVisible, tooltip, pinned],
  );
  const baselineLine = baseline === undefined || !isVisible(baseline) ? undefined : lines.find(({ runId }) => runId === baseline);
  const compared = now && readBaseline(now, baselineLine);

  const { plotName, plotNameGroups } = messages;
  const name = useMemo(
    () => fill(groups > 0 ? plotNameGroups : plotName, { metric: title, x: words.xName, count: groups || lines.length }, locale),
    [plotName, plotNameGroups, groups, title, words.xName, lines.length, locale],
  );

  return (
    <>
      <div
        ref={surface}
        className="runhue-plot-surface"
        style={{ left: frame.left, top: frame.top, width: frame.width, height: frame.height }}
        role="application"
        tabIndex={0}
        aria-label={name}
        aria-describedby={hintId}
        {...pointer.handlers}
        onKeyDown={(event) => {
          setByKeys(true);
          setZoomSaid('');
          onKeyDown(event);
        }}
        onPointerDownCapture={() => setByKeys(false)}
        onBlur={() => reading.pointer === null && !reading.pinned && now && reading.dismiss()}
      >
        <LineCanvas lines={lines} scene={scene} painter={painter} baseline={baseline} shown={shown} onPainted={onPainted} onProgress={setProgress} />
        <RunOverlay lines={lines} scene={scene} painter={painter} baseline={baseline} shown={shown === scene} />
        {progress !== null && <ProgressBar share={progress} />}
        <PlotCursor lines={lines} frame={frame} xAxis={xAxis} pinned={reading.pinned ? now : null} />
        {pointer.selection && <DragMark selection={pointer.selection} frame={frame} />}
      </div>
      {now && neighbours && (
        <PlotTooltip
          reading={now}
          lines={lines}
          raw={raw ?? null}
          words={words}
          neighbours={neighbours}
          baselineId={baseline}
          baseline={compared}
          pointer={reading.pointer}
          pinned={reading.pinned}
          anchor={surface}
        />
      )}
      <span id={hintId} hidden>
        {messages.plotHint}
      </span>
      <span className="runhue-visually-hidden" role="status">
        {byKeys && zoomSaid !== '' ? (
          zoomSaid
        ) : byKeys && now ? (
          <SpokenReading reading={now} words={words} difference={compared?.difference ?? null} pinned={reading.pinned} />
        ) : drawsLong ? (
          messages.plotDrawing
        ) : (
          ''
        )}
      </span>
    </>
  );

  function zoomText(axis: 'x' | 'y', window: readonly [number, number] | null): string {
    if (!window) return axis === 'x' ? messages.plotZoomReset : messages.plotZoomResetY;
    const [name, format] = axis === 'x' ? [words.xName, words.formatX] : [words.metric, words.formatY];
    return fill(messages.plotZoomed, { name, lower: format(window[0]), upper: format(window[1]) });
  }
}
