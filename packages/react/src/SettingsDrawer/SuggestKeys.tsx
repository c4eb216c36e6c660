import { defaultColorSettings, suggestKeys, withKeySettings, type ColorSettings, type KeyId, type KeySuggestion, type YValue } from '@runhue/core';
import { useDeferredValue, useId, useMemo, useState, type JSX } from 'react';
import { useEqual } from '../hooks/useEqual.js';
import { useKeyCatalog } from '../hooks/useKeyCatalog.js';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { useRuns } from '../hooks/useRuns.js';
import { useRunhueStore } from '../hooks/useRunhueStore.js';
import { useColorSettings } from '../hooks/useColorSettings.js';
import { count } from '../messages/count.js';
import { fill } from '../messages/fill.js';
import { useRunhueContext } from '../RunhueContext.js';

/** How many keys are listed. */
const mostListed = 8;

/** Which config keys explain an outcome, best first; each one press to colour by it. Absent without a metric or a config key that varies. */
export function SuggestKeys(): JSX.Element | null {
  const messages = useMessages();
  const { key, settings } = useColorSettings();
  const entries = useKeyCatalog();
  const metrics = entries.filter(({ group, varies }) => group === 'metric' && varies);
  const [chosen, setChosen] = useState<KeyId | null>(null);
  const [yValue, setYValue] = useState<YValue>(settings.yValue);
  const id = useId();
  const outcome = (metrics.find((entry) => entry.id === chosen) ?? metrics.find((entry) => entry.id === key) ?? metrics[0])?.id;
  if (outcome === undefined || !entries.some(({ group, varies }) => group === 'config' && varies)) return null;
  return (
    <section className="runhue-section" aria-labelledby={`${id}-title`}>
      <h3 className="runhue-label" id={`${id}-title`}>
        {messages.suggestKeys}
      </h3>
      <p className="runhue-hint">{messages.suggestHint}</p>
      <div className="runhue-outcome">
        <select
          className="runhue-input runhue-select"
          aria-label={messages.outcome}
          value={outcome}
          onChange={(event) => setChosen(event.currentTarget.value as KeyId)}
        >
          {metrics.map((entry) => (
            <option key={entry.id} value={entry.id}>
              {entry.label}
            </option>
          ))}
        </select>
        <select
          className="runhue-input runhue-select"
          aria-label={`${messages.outcome}: ${messages.yValue}`}
          value={yValue}
          onChange={(event) => setYValue(event.currentTarget.value as YValue)}
        >
          <option value="latest">{messages.latest}</option>
          <option value="max">{messages.max}</option>
          <option value="min">{messages.min}</option>
        </select>
      </div>
      <SuggestionList outcome={outcome} yValue={yValue} onPick={() => setChosen(outcome)} />
    </section>
  );
}

interface SuggestionListProps {
  readonly outcome: KeyId;
  readonly yValue: YValue;
  readonly onPick: () => void;
}

function SuggestionList({ outcome, yValue, onPick }: SuggestionListProps): JSX.Element {
  const { changeSettings } = useRunhueContext();
  const messages = useMessages();
  const locale = useLocale();
  const runs = useRuns();
  const entries = useKeyCatalog();
  const settings = useRunhueStore((state) => state.settings);
  const settled = useDeferredValue(useEqual(configSettings(settings)));
  const suggestions = useMemo(
    () => suggestKeys(runs, { outcome, yValue, settings: settled }).slice(0, mostListed),
    [runs, outcome, yValue, settled],
  );
  const label = (id: KeyId): string => entries.find((entry) => entry.id === id)?.label ?? id;
  const words = ({ keyId, epsilonSquared, runCount, groupCount }: KeySuggestion): Record<string, string> => ({
    key: label(keyId),
    outcome: label(outcome),
    share: epsilonSquared.toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    runs: count(messages.runCountOne, messages.runCount, runCount, locale),
    groups: count(messages.bucketCountTextOne, messages.bucketCountText, groupCount, locale),
  });
  const pick = ({ keyId, patch }: KeySuggestion): void => {
    onPick();
    changeSettings((current) => withKeySettings({ ...current, mode: 'key', key: keyId }, keyId, patch));
  };
  const [best] = suggestions;
  if (!best) return <p className="runhue-hint">{fill(messages.suggestNone, { outcome: label(outcome) })}</p>;
  return (
    <>
      <p>{fill(messages.suggestBest, words(best))}</p>
      <ol className="runhue-suggestions">
        {suggestions.map((suggestion) => (
          <li key={suggestion.keyId}>
            <button
              type="button"
              aria-pressed={settings.mode === 'key' && settings.key === suggestion.keyId}
              onClick={() => pick(suggestion)}
            >
              <span className="runhue-suggestion-name">{label(suggestion.keyId)}</span>{' '}
              <svg className="runhue-suggestion-bar" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
                <rect width={suggestion.epsilonSquared} height="1" />
              </svg>
              <span className="runhue-count">{words(suggestion)['share']}</span>{' '}
              <span className="runhue-visually-hidden">{fill(messages.suggestItem, words(suggestion))}</span>
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}

/** What of the settings the ranking follows, so that choices for a metric do not compute it anew. */
function configSettings({ bucketCount, byKey }: ColorSettings): ColorSettings {
  const ofConfig = Object.entries(byKey).filter(([id]) => id.startsWith('config:'));
  return { ...defaultColorSettings, bucketCount, byKey: Object.fromEntries(ofConfig) };
}
