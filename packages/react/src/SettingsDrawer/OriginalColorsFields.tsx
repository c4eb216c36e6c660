import type { JSX } from 'react';
import { useColoring } from '../hooks/useColoring.js';
import { useColorSettings } from '../hooks/useColorSettings.js';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { count } from '../messages/count.js';
import { CategoricalPaletteField } from './PaletteField.js';

/** What can be done with original run colors: another palette, another deal, and the way back from colours chosen by hand. */
export function OriginalColorsFields(): JSX.Element {
  const messages = useMessages();
  const locale = useLocale();
  const { bucketing } = useColoring();
  const { settings, shuffleOriginalColors, resetOriginalColors, clearRunColors } = useColorSettings();
  const own = Object.keys(settings.runColors).filter((id) => bucketing.indexOf(id) >= 0).length;
  const shuffled = (settings.originalSeed ?? 0) !== 0;
  return (
    <>
      <section className="runhue-section">
        <div className="runhue-buttons">
          <button type="button" className="runhue-button" onClick={shuffleOriginalColors}>
            {messages.shuffleColors}
          </button>
          <button type="button" className="runhue-button" aria-disabled={!shuffled} onClick={resetOriginalColors}>
            {messages.unshuffleColors}
          </button>
        </div>
        {own > 0 && (
          <p className="runhue-hint">
            {count(messages.ownColorsOne, messages.ownColors, own, locale)}{' '}
            <button type="button" className="runhue-link" onClick={clearRunColors}>
              {messages.ownColorsReset}
            </button>
          </p>
        )}
      </section>
      <CategoricalPaletteField count={12} />
    </>
  );
}
