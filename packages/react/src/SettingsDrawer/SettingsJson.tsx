import { parseColorSettings, type SettingsProblem } from '@runhue/core';
import { useId, useRef, useState, type JSX } from 'react';
import { useColorSettings } from '../hooks/useColorSettings.js';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { fill } from '../messages/fill.js';
import { settingsProblemTexts } from '../messages/problem-text.js';

interface Outcome {
  readonly text: string;
  readonly problems: readonly SettingsProblem[];
}

/** The settings as JSON: copied, or pasted and applied as one step, repaired field by field with each repair listed. */
export function SettingsJson(): JSX.Element {
  const messages = useMessages();
  const locale = useLocale();
  const { settings, setSettings } = useColorSettings();
  const [typed, setTyped] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const text = typed ?? JSON.stringify(settings, null, 2);
  const say = (said: string, problems: readonly SettingsProblem[] = []): void => setOutcome({ text: said, problems });

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      say(messages.copied);
    } catch {
      area.current?.select();
      say(messages.copyFailed);
    }
  };
  const apply = (): void => {
    try {
      const read = parseColorSettings(JSON.parse(text));
      setSettings(read.settings);
      setTyped(null);
      say(read.problems.length > 0 ? messages.repaired : messages.applied, read.problems);
    } catch (error) {
      say(fill(messages.notJson, { reason: error instanceof Error ? error.message : String(error) }));
    }
  };
  return (
    <section className="runhue-section">
      <div className="runhue-label-row">
        <label className="runhue-label" htmlFor={id}>
          {messages.settingsJson}
        </label>
      </div>
      <p className="runhue-hint" id={`${id}-hint`}>
        {messages.settingsJsonHint}
      </p>
      <textarea
        id={id}
        ref={area}
        className="runhue-input runhue-json"
        rows={6}
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        value={text}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setOutcome(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || typed === null) return;
          event.stopPropagation();
          setTyped(null);
        }}
      />
      <div className="runhue-actions">
        <button type="button" className="runhue-button" onClick={copy}>
          {messages.copy}
        </button>
        <button type="button" className="runhue-button" aria-disabled={typed === null} onClick={() => typed !== null && apply()}>
          {messages.apply}
        </button>
      </div>
      <div role="status" className="runhue-hint">
        {outcome?.text}
        {outcome && outcome.problems.length > 0 && (
          <ul className="runhue-problem-list">
            {settingsProblemTexts(outcome.problems, messages, locale).map((problem, i) => (
              <li key={i}>{problem}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
