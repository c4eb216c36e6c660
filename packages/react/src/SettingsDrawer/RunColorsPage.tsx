import { useId, type JSX } from 'react';
import { useColorSettings } from '../hooks/useColorSettings.js';
import { useMessages } from '../hooks/useMessages.js';
import { useSourceStatus } from '../source/useSourceStatus.js';
import { BucketCountField } from './BucketCountField.js';
import { BucketList } from './BucketList.js';
import { DashField } from './DashField.js';
import { EdgeMoves } from './EdgeMoves.js';
import { KeyField } from './KeyField.js';
import { MoreSettings } from './MoreSettings.js';
import { NoticeList } from './NoticeList.js';
import { OriginalColorsFields } from './OriginalColorsFields.js';
import { PaletteField } from './PaletteField.js';
import { SegmentedField } from './SegmentedField.js';
import { YValueField } from './YValueField.js';

/** Runs → Run colors: original or by a Key, and everything about the Key's colours. */
export function RunColorsPage(): JSX.Element {
  const messages = useMessages();
  const { settings, key, setMode } = useColorSettings();
  const status = useSourceStatus();
  const titleId = useId();
  return (
    <>
      <section className="runhue-section" aria-labelledby={titleId}>
        <p className="runhue-breadcrumb" id={titleId}>
          {messages.runs} <span aria-hidden="true">›</span> {messages.runColors}
        </p>
        <SegmentedField
          label={messages.runColors}
          hideLabel
          value={settings.mode}
          options={[
            { value: 'original', label: messages.originalRunColors },
            { value: 'key', label: messages.keyBasedColors },
          ]}
          onChange={setMode}
        />
        {settings.mode === 'original' && <p className="runhue-hint">{messages.originalHint}</p>}
        {settings.mode === 'key' && key === null && status?.loading == null && <p className="runhue-hint">{messages.noKeys}</p>}
      </section>
      {settings.mode === 'original' && (
        <>
          <OriginalColorsFields />
          <DashField />
        </>
      )}
      {settings.mode === 'key' && key !== null && (
        <>
          <KeyField />
          <YValueField />
          <BucketCountField />
          <BucketList />
          <NoticeList />
          <EdgeMoves />
          <PaletteField />
          <DashField />
          <MoreSettings />
        </>
      )}
    </>
  );
}
