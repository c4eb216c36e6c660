import type { BucketStyle } from '@runhue/core';
import type { JSX } from 'react';

/** A bucket's colour as SVG, which forced-colours modes leave alone: a square, or a line sample where dashes carry meaning. */
export function Swatch({ style, line = false }: { readonly style: BucketStyle; readonly line?: boolean }): JSX.Element {
  const { color, dash, casing } = style;
  if (!line) {
    return (
      <svg className="runhue-swatch" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <rect x="0.5" y="0.5" width="11" height="11" rx="2.5" fill={color} stroke={casing ?? color} />
      </svg>
    );
  }
  return (
    <svg className="runhue-swatch" width="20" height="12" viewBox="0 0 20 12" aria-hidden="true">
      {casing && <path d="M0 6h20" stroke={casing} strokeWidth="5" />}
      <path d="M0 6h20" stroke={color} strokeWidth="3" strokeDasharray={dash?.join(' ')} />
    </svg>
  );
}
