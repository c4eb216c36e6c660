import type { JSX } from 'react';
import { useColorSettings } from '../hooks/useColorSettings.js';
import { useMessages } from '../hooks/useMessages.js';
import { SegmentedField } from './SegmentedField.js';

/** Latest, Max or Min: which point of a history speaks for the run. */
export function YValueField(): JSX.Element {
  const messages = useMessages();
  const { settings, key, setYValue } = useColorSettings();
  return (
    <section className="runhue-section">
      <SegmentedField
        label={messages.yValue}
        value={settings.yValue}
        options={[
          { value: 'latest', label: messages.latest },
          { value: 'max', label: messages.max },
          { value: 'min', label: messages.min },
        ]}
        disabledReason={key?.startsWith('config:') ? messages.yValueUnused : undefined}
        onChange={setYValue}
      />
    </section>
  );
}
