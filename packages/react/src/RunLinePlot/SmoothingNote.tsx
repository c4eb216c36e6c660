import { clipSmoothingAmount, smoothingLimits } from '@runhue/lines';
import { useEffect, type JSX } from 'react';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { fill } from '../messages/fill.js';
import { warnOnce } from '../messages/warn-once.js';
import type { Smoothing } from './smooth-lines.js';

/** Says on the plot, and once in the console in development, that smoothing was clipped to what its method takes. */
export function SmoothingNote({ smoothing: { method, amount: asked } }: { readonly smoothing: Smoothing }): JSX.Element | null {
  const messages = useMessages();
  const locale = useLocale();
  const { amount: used, problem } = clipSmoothingAmount(method, asked);
  useEffect(() => {
    if (problem !== null) warnOnce(problem);
  }, [problem]);
  if (problem === null) return null;
  const { min, max, integer } = smoothingLimits[method];
  const wording = integer ? messages.problemSmoothingWhole : messages.problemSmoothing;
  return <p className="runhue-plot-note">{fill(wording, { asked: String(asked), used, min, max }, locale)}</p>;
}
