import type { BucketStyle, RunId } from '@runhue/core';
import { useMemo, type JSX } from 'react';
import { useMessages } from '../../hooks/useMessages.js';
import { fill } from '../../messages/fill.js';
import { useLineColors, useLineHighlight, useStandingOut } from '../groups/useLineSubjects.js';
import { baselineStyle } from '../plot-baseline.js';
import type { PlotFrame } from '../PlotChart.js';
import type { PlotLine } from '../plot-line.js';
import { leaderWidth, placeEndLabels, type EndLabel } from './end-labels.js';
import { useLabelledLines } from './useLabelledLines.js';

interface EndLabelsProps {
  readonly lines: readonly PlotLine[];
  readonly frame: PlotFrame;
  /** Width of the room beside the plot, in CSS px. */
  readonly gutter: number;
  readonly baseline: RunId | undefined;
}

/** Names at the ends of the lines, beside the plot: each with a sample of its line that leads to it from where the line ends. */
export function EndLabels({ lines, frame, gutter, baseline }: EndLabelsProps): JSX.Element | null {
  const messages = useMessages();
  const labelled = useLabelledLines(lines, baseline);
  const labels = useMemo(() => placeEndLabels(labelled, frame, gutter), [labelled, frame, gutter]);
  const { styleOf } = useLineColors(lines);
  const { pointed } = useLineHighlight(lines);
  const standingOut = useStandingOut(lines);
  if (labels.length === 0) return null;
  return (
    <svg
      className="runhue-plot-ends"
      style={{ left: frame.left, top: frame.top - 8 }}
      width={frame.width + gutter}
      height={frame.height + 16}
      viewBox={`0 -8 ${frame.width + gutter} ${frame.height + 16}`}
      role="img"
      aria-label={fill(messages.plotEnds, { names: labels.map(({ line }) => line.name).join(', ') })}
    >
      {labels.map((label) => {
        const { runId } = label.line;
        const style = runId === baseline ? baselineStyle('var(--runhue-text)') : styleOf(runId);
        const dimmed = standingOut !== null && !standingOut.has(runId) && runId !== baseline;
        return <Label key={runId} label={label} width={frame.width} style={style} dimmed={dimmed} strong={runId === pointed} />;
      })}
    </svg>
  );
}

interface LabelProps {
  readonly label: EndLabel;
  readonly width: number;
  readonly style: BucketStyle;
  readonly dimmed: boolean;
  readonly strong: boolean;
}

function Label({ label: { line, text, end, top }, width, style, dimmed, strong }: LabelProps): JSX.Element {
  const leader = `M${width + 3} ${end.top}L${width + 14} ${top}`;
  const sample = `M${width + 14} ${top}H${width + 26}`;
  const color = dimmed ? 'var(--runhue-dim)' : style.color;
  return (
    <g className="runhue-plot-end" data-dimmed={dimmed ? '' : undefined} data-strong={strong ? '' : undefined}>
      {end.left < width - 6 && <path className="runhue-plot-end-far" d={`M${end.left + 4} ${end.top}H${width}`} />}
      {style.casing && <path d={sample} stroke={style.casing} strokeWidth={4} fill="none" />}
      <path d={leader} stroke={color} strokeWidth={1} fill="none" />
      <path d={sample} stroke={color} strokeDasharray={style.dash ? '4 3' : undefined} strokeWidth={2} fill="none" />
      <text x={width + leaderWidth} y={top} dy="0.34em">
        {text}
        {text !== line.name && <title>{line.name}</title>}
      </text>
    </g>
  );
}
