import type { JSX, ReactNode } from 'react';

interface PlotActionProps {
  readonly name: string;
  readonly icon: ReactNode;
  readonly act: () => void;
}

/** A small button in a plot's head. */
export function PlotAction({ name, icon, act }: PlotActionProps): JSX.Element {
  return (
    <button type="button" className="runhue-plot-action" aria-label={name} title={name} onClick={act}>
      {icon}
    </button>
  );
}
