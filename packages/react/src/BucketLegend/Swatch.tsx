import type { BucketStyle } from '@runhue/core';
import { memo, type JSX, type NamedExoticComponent } from 'react';

export interface SwatchProps {
  readonly style: BucketStyle;
  /** A sample of the line instead of a square. */
  readonly line?: boolean;
  /** A longer sample, for patterns that do not show in 20 px. */
  readonly wide?: boolean;
}

/** A bucket's colour as SVG, which forced-colours modes leave alone: a square, or a line sample where dashes carry meaning. */
export const Swatch: NamedExoticComponent<SwatchProps> = memo(function Swatch({ style, line = false, wide = false }: SwatchProps): JSX.Element {
  const { color, dash, casing } = style;
  if (!line) {
    return (
      <svg className="runhue-swatch" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <rect x="0.5" y="0.5" width="11" height="11" rx="2.5" fill={color} stroke={casing ?? color} />
      </svg>
    );
  }
  const width = wide ? 36 : 20;
  return (
    <svg className="runhue-swatch" width={width} height="12" viewBox={`0 0 ${width} 12`} aria-hidden="true">
      {casing && <path d={`M0 6h${width}`} stroke={casing} strokeWidth="5" />}
      <path d={`M0 6h${width}`} stroke={color} strokeWidth="3" strokeDasharray={dash?.join(' ')} />
    </svg>
  );
});

/** Whether a pattern is too long for the usual sample. */
export function needsWideSample({ dash }: BucketStyle): boolean {
  return (dash ?? []).reduce((sum, length) => sum + length, 0) > 12;
}
