import { useRef, type JSX, type KeyboardEvent, type PointerEvent } from 'react';
import type { ColorBarScale } from '../hooks/useColorBar.js';
import { movedRange } from './color-bar-range.js';

interface ColorBarHandleProps {
  readonly part: 'lower' | 'upper';
  readonly label: string;
  readonly scale: ColorBarScale;
  readonly isDragged: boolean;
  readonly onPointerDown: (event: PointerEvent) => void;
}

/** How far a key moves an end, as a share of the whole bar (APG Slider). */
const steps: Readonly<Record<string, number>> = {
  ArrowRight: 0.01,
  ArrowUp: 0.01,
  ArrowLeft: -0.01,
  ArrowDown: -0.01,
  PageUp: 0.1,
  PageDown: -0.1,
  Home: -1,
  End: 1,
};

let bursts = 0;

/** One end of the colour bar: arrows move it by a hundredth, Page Up and Down by a tenth, Home and End as far as it goes. */
export function ColorBarHandle({ part, label, scale, isDragged, onPointerDown }: ColorBarHandleProps): JSX.Element {
  const { domain, kept } = scale;
  const burst = useRef('');
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = steps[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    scale.keep(movedRange(kept, part, by, domain), burst.current);
  };
  const value = part === 'lower' ? kept[0] : kept[1];
  return (
    <div
      className="runhue-colorbar-handle"
      data-part={part}
      data-dragged={isDragged ? '' : undefined}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuemin={part === 'lower' ? domain[0] : kept[0]}
      aria-valuemax={part === 'lower' ? kept[1] : domain[1]}
      aria-valuenow={value}
      aria-valuetext={scale.format(value)}
      onFocus={() => {
        burst.current = `color-bar-keys-${++bursts}`;
      }}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
    />
  );
}
