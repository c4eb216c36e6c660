import { Combobox } from '@base-ui/react/combobox';
import type { CSSProperties, JSX, Ref } from 'react';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { CheckIcon } from '../icons.js';
import { typeText, type KeyChoice } from './key-choices.js';

interface KeyOptionProps {
  readonly choice: KeyChoice;
  /** Runs there are. */
  readonly total: number;
  /** Place among all options, where not all are in the page, and how many there are. */
  readonly index?: number;
  readonly count?: number;
  readonly ref?: Ref<HTMLDivElement>;
  readonly style?: CSSProperties;
  readonly 'data-index'?: number;
}

/** One Key of the list: its name, type, and in how many runs it is. */
export function KeyOption({ choice, total, index, count, ...place }: KeyOptionProps): JSX.Element {
  const messages = useMessages();
  const locale = useLocale();
  const position = index === undefined ? {} : { index, 'aria-posinset': index + 1, 'aria-setsize': count };
  return (
    <Combobox.Item value={choice} className="runhue-popup-item" {...position} {...place}>
      <Combobox.ItemIndicator className="runhue-popup-check">
        <CheckIcon />
      </Combobox.ItemIndicator>
      <span className="runhue-popup-label">{choice.label}</span>
      {choice.id !== null && (
        <>
          <span className="runhue-popup-detail">{typeText(choice.type, messages)}</span>
          <span className="runhue-popup-count">
            {short(choice.runCount, locale)}
            {`/${short(total, locale)}`}
          </span>
        </>
      )}
    </Combobox.Item>
  );
}

/** Long numbers as "1M" or "12.3K", so that they keep to their column. */
function short(count: number, locale: string): string {
  return count < 10_000 ? count.toLocaleString(locale) : count.toLocaleString(locale, { notation: 'compact', maximumSignificantDigits: 3 });
}
