import type { RunId } from '@runhue/core';
import { useState, type JSX } from 'react';
import { RunLinePlot } from '../RunLinePlot/RunLinePlot.js';
import { useNearView } from './useNearView.js';

/** Height of a plot in CSS px. */
const plotHeight = 240;

/** A plot in a frame, made when it comes near the view: a project may have hundreds of metrics. */
export function PlotCard({ metric, onRunClick }: { readonly metric: string; readonly onRunClick: ((runId: RunId) => void) | undefined }): JSX.Element {
  const [card, setCard] = useState<HTMLElement | null>(null);
  const near = useNearView(card);
  return (
    <section className="runhue-card runhue-plot-card" ref={setCard} aria-label={metric} style={{ minHeight: plotHeight }}>
      {near && <RunLinePlot metric={metric} height={plotHeight} onRunClick={onRunClick} />}
    </section>
  );
}
