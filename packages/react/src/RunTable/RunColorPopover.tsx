'use client';
import { Popover } from '@base-ui/react/popover';
import { paletteColors, palettes, type RunId } from '@runhue/core';
import { useRef, type JSX } from 'react';
import { useColorSettings } from '../hooks/useColorSettings.js';
import { useMessages } from '../hooks/useMessages.js';
import { useRunColors } from '../hooks/useRunColors.js';
import { useTheme } from '../hooks/useTheme.js';
import { fill } from '../messages/fill.js';

/** Which run's colour is being chosen, and the button that asked for it. */
export interface ColorRequest {
  readonly runId: RunId;
  readonly name: string;
  readonly button: HTMLElement;
}

interface RunColorPopoverProps {
  readonly request: ColorRequest;
  readonly onClose: () => void;
}

let gestures = 0;

/** A colour of its own for one run: twelve to pick, any other by the system's picker, and the way back. Loaded when first needed. */
export default function RunColorPopover({ request: { runId, name, button }, onClose }: RunColorPopoverProps): JSX.Element {
  const messages = useMessages();
  const theme = useTheme();
  const { settings, setRunColor } = useColorSettings();
  const { colorOf } = useRunColors();
  const gesture = useRef('');
  const own = Object.hasOwn(settings.runColors, runId) ? settings.runColors[runId] : undefined;
  const slots = palettes.filter((palette) => palette.name === 'categorical').flatMap((palette) => paletteColors(palette, theme, 12));
  return (
    <Popover.Root
      open
      onOpenChange={(open, { reason }) => {
        if (open) return;
        onClose();
        if (reason !== 'outside-press') button.focus();
      }}
    >
      <Popover.Portal>
        <Popover.Positioner className="runhue runhue-positioner" data-theme={theme} anchor={button} side="bottom" align="start" sideOffset={4}>
          <Popover.Popup className="runhue-popup runhue-color-popup" finalFocus={false}>
            <Popover.Title className="runhue-label">{fill(messages.colorOfRun, { name })}</Popover.Title>
            <div className="runhue-color-slots">
              {slots.map((color, i) => (
                <button
                  key={color}
                  type="button"
                  aria-label={fill(messages.colorSlot, { index: i + 1 })}
                  aria-pressed={own === color}
                  onClick={() => setRunColor(runId, color)}
                >
                  <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
                    <rect width="18" height="18" rx="4" fill={color} />
                  </svg>
                </button>
              ))}
            </div>
            <div className="runhue-color-row">
              <label className="runhue-color-any">
                <input
                  type="color"
                  value={colorOf(runId)}
                  onFocus={() => {
                    gesture.current = `run-color-${++gestures}`;
                  }}
                  onChange={(event) => setRunColor(runId, event.currentTarget.value, gesture.current)}
                />
                <span>{messages.chooseColor}</span>
              </label>
              <button type="button" className="runhue-button" aria-disabled={own === undefined} onClick={() => setRunColor(runId, null)}>
                {messages.resetColor}
              </button>
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
