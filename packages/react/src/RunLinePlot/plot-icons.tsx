import type { JSX } from 'react';

function PlotIcon({ path }: { readonly path: string }): JSX.Element {
  return (
    <svg
      className="runhue-icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}

/** Two arrows that part: all of the x axis again. */
export const WholeAxisIcon = (): JSX.Element => <PlotIcon path="M2.2 8h11.6M5 5L2 8l3 3M11 5l3 3-3 3" />;
