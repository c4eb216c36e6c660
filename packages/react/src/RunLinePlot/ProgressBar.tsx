import type { JSX } from 'react';
import { useMessages } from '../hooks/useMessages.js';

/** How far slow lines are drawn, 0 to 1, as a thin bar along the top. */
export function ProgressBar({ share }: { readonly share: number }): JSX.Element {
  const percent = Math.round(share * 100);
  return (
    <div className="runhue-plot-progress" role="progressbar" aria-label={useMessages().plotDrawing} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent}>
      <div style={{ transform: `scaleX(${share})` }} />
    </div>
  );
}
