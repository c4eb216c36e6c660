import type { JSX } from 'react';
import type { OwnColor } from '../hooks/useOwnColors.js';

/** Marks drawn at once. */
const mostMarks = 3;

/** A ring per run of a bucket that is drawn in a colour of its own. Said in words beside it. */
export function OwnColorMarks({ runs }: { readonly runs: readonly OwnColor[] }): JSX.Element | null {
  if (runs.length === 0) return null;
  const shown = runs.slice(0, mostMarks);
  return (
    <svg className="runhue-own-marks" width={shown.length * 9} height="12" viewBox={`0 0 ${shown.length * 9} 12`} aria-hidden="true">
      {shown.map(({ runId, color }, i) => (
        <circle key={runId} cx={i * 9 + 4.5} cy="6" r="3" fill="none" stroke={color} strokeWidth="2" />
      ))}
    </svg>
  );
}
