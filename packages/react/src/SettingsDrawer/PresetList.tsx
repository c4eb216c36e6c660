import { defaultColorSettings, parseColorSettings } from '@runhue/core';
import { useContext, useId, type JSX } from 'react';
import { useColorSettings } from '../hooks/useColorSettings.js';
import { useMessages } from '../hooks/useMessages.js';
import { PresetsContext } from './presets.js';

/** The app's presets, each one press and one undo step. Absent without any. */
export function PresetList(): JSX.Element | null {
  const messages = useMessages();
  const presets = useContext(PresetsContext);
  const { setSettings } = useColorSettings();
  const titleId = useId();
  if (presets.length === 0) return null;
  return (
    <section className="runhue-section" aria-labelledby={titleId}>
      <h3 className="runhue-label" id={titleId}>
        {messages.presets}
      </h3>
      <div className="runhue-actions">
        {presets.map(({ name, settings }) => (
          <button
            key={name}
            type="button"
            className="runhue-button"
            onClick={() => setSettings(parseColorSettings({ ...defaultColorSettings, ...settings }).settings)}
          >
            {name}
          </button>
        ))}
      </div>
    </section>
  );
}
