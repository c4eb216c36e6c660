import type { RunId } from '@runhue/core';
import { useState, type JSX } from 'react';
import { RunLinePlot, type RunLinePlotProps } from '../RunLinePlot/RunLinePlot.js';
import { useNearView } from './useNearView.js';

/** Height of a plot in CSS px. */
const plotHeight = 240;

interface PlotCardProps {
  readonly metric: string;
  /** The metric's display name. */
  readonly label: string;
  readonly options: Partial<RunLinePlotProps> | undefined;
  readonly onRunClick: ((runId: RunId) => void) | undefined;
}

/** A plot in a frame, made when it comes near the view: a project may have hundreds of metrics. */
export function PlotCard({ metric, label, options, onRunClick }: PlotCardProps): JSX.Element {
  const [card, setCard] = useState<HTMLElement | null>(null);
  const near = useNearView(card);
  return (
    <section className="runhue-card runhue-plot-card" ref={setCard} aria-label={label} style={{ minHeight: options?.height ?? plotHeight }}>
      {near && <RunLinePlot height={plotHeight} onRunClick={onRunClick} {...options} metric={metric} />}
    </section>
  );
}
