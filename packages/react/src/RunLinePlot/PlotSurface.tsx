import { useId, useMemo, useRef, useState, type JSX } from 'react';
import { useLatest } from '../hooks/useEqual.js';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { useRunText } from '../hooks/useRunText.js';
import { useVisibleRuns } from '../hooks/useVisibleRuns.js';
import { fill } from '../messages/fill.js';
import { LineCanvas } from './LineCanvas.js';
import { createLinePainter, type LineScene } from './line-painter.js';
import type { PlotFrame } from './PlotChart.js';
import { PlotCursor } from './PlotCursor.js';
import type { Target } from './plot-reading.js';
import { createScene } from './plot-scene.js';
import { PlotTooltip, type PlotWords } from './PlotTooltip.js';
import { RunOverlay } from './RunOverlay.js';
import { usePixelRatio } from './usePixelRatio.js';
import { usePlotKeys } from './usePlotKeys.js';
import type { PlotModel } from './usePlotModel.js';
import { usePlotPointer } from './usePlotPointer.js';
import { usePlotView } from './usePlotView.js';
import { useReading } from './useReading.js';
import { useWheelZoom } from './useWheelZoom.js';
import type { XAxisName } from './x-values.js';

interface PlotSurfaceProps {
  readonly model: PlotModel;
  readonly frame: PlotFrame;
  readonly xAxis: XAxisName;
  readonly words: PlotWords;
  readonly title: string;
  readonly onRunClick: ((runId: string) => void) | undefined;
}

/** The plot itself, over the chart's frame: lines, cursor, tooltip, and what pointer and keys do. */
export function PlotSurface({ model, frame, xAxis, words, title, onRunClick }: PlotSurfaceProps): JSX.Element {
  const { lines, rawLines } = model;
  const messages = useMessages();
  const locale = useLocale();
  const hintId = useId();
  const surface = useRef<HTMLDivElement>(null);
  const [painter] = useState(createLinePainter);
  const [shown, setShown] = useState<LineScene | null>(null);
  const pixelRatio = usePixelRatio();
  const scene = useMemo(() => createScene(lines, rawLines, frame, pixelRatio), [lines, rawLines, frame, pixelRatio]);
  const view = usePlotView(xAxis);
  const reading = useReading(lines, frame, xAxis);
  const { isVisible } = useVisibleRuns();
  const [byKeys, setByKeys] = useState(false);
  const latest = useLatest({ onRunClick, isVisible, lines });

  const pick = ({ runId }: Target): void => {
    reading.pin();
    latest.current.onRunClick?.(runId);
  };
  const pointer = usePlotPointer({ painter, lines, frame, reading, view, onPick: pick });
  const wholeX = model.wholeX ?? frame.x.domain;
  useWheelZoom(surface, { frame, wholeX, view });
  const onKeyDown = usePlotKeys({
    lines: () => latest.current.lines.filter(({ runId }) => latest.current.isVisible(runId)),
    frame,
    wholeX,
    reading,
    view,
    onPick: pick,
  });
  const now = reading.reading;
  const raw = now && rawLines?.[lines.indexOf(now.line)]?.y[now.point];
  const runText = useRunText();

  return (
    <>
      <div
        ref={surface}
        className="runhue-plot-surface"
        style={{ left: frame.left, top: frame.top, width: frame.width, height: frame.height }}
        role="application"
        tabIndex={0}
        aria-label={fill(messages.plotName, { metric: title, x: words.xName, count: lines.length }, locale)}
        aria-describedby={hintId}
        {...pointer.handlers}
        onKeyDown={(event) => {
          setByKeys(true);
          onKeyDown(event);
        }}
        onPointerDownCapture={() => setByKeys(false)}
        onBlur={() => reading.pointer === null && !reading.pinned && now && reading.dismiss()}
      >
        <LineCanvas lines={lines} scene={scene} painter={painter} shown={shown} onPainted={setShown} />
        <RunOverlay lines={lines} scene={scene} painter={painter} shown={shown === scene} />
        <PlotCursor lines={lines} frame={frame} xAxis={xAxis} pinned={reading.pinned ? now : null} />
        {pointer.selection && <SelectionBand selection={pointer.selection} />}
      </div>
      {now && (
        <PlotTooltip
          key={`${now.line.runId}`}
          reading={now}
          raw={raw ?? null}
          words={words}
          pointer={reading.pointer}
          pinned={reading.pinned}
          anchor={surface}
        />
      )}
      <span id={hintId} hidden>
        {messages.plotHint}
      </span>
      <span className="runhue-visually-hidden" role="status">
        {byKeys && now ? spoken(now.line.runId, now.line.name, now.x, now.y) : ''}
      </span>
    </>
  );

  function spoken(runId: string, run: string, x: number, y: number): string {
    const { metric, xName, formatX, formatY } = words;
    const place = fill(messages.plotReading, { run, metric, xName, y: formatY(y), x: formatX(x) });
    const { title: keyTitle, value, bucket } = runText(runId);
    const key = bucket === '' ? '' : `. ${fill(messages.plotReadingKey, { title: keyTitle, value, bucket })}`;
    return `${place}${key}${reading.pinned ? `. ${messages.plotPinned}` : ''}`;
  }
}

function SelectionBand({ selection: [from, to] }: { readonly selection: readonly [number, number] }): JSX.Element {
  return <div className="runhue-plot-selection" style={{ left: Math.min(from, to), width: Math.abs(to - from) }} />;
}
