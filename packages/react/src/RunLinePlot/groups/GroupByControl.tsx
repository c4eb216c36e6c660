import type { JSX } from 'react';
import { useMessages } from '../../hooks/useMessages.js';
import { GroupIcon } from '../../icons.js';
import { groupChoices, type GroupBy } from './group-by.js';
import { groupText } from './group-text.js';
import { groupName, groupNamed } from './useGroupChoice.js';

interface GroupByControlProps {
  readonly by: GroupBy | null;
  readonly onChange: (by: GroupBy | null) => void;
}

/** Turns runs into a line per bucket, and says which line and band that is while it does. */
export function GroupByControl({ by, onChange }: GroupByControlProps): JSX.Element {
  const messages = useMessages();
  return (
    <label className="runhue-plot-group" data-on={by ? '' : undefined} title={by ? groupText(by, messages) : messages.plotGroup}>
      <GroupIcon />
      {by && <span aria-hidden="true">{groupText(by, messages)}</span>}
      <select aria-label={messages.plotGroup} value={by ? groupName(by) : ''} onChange={(event) => onChange(groupNamed(event.target.value))}>
        <option value="">{messages.plotGroupNone}</option>
        {groupChoices.map((choice) => (
          <option key={groupName(choice)} value={groupName(choice)}>
            {groupText(choice, messages)}
          </option>
        ))}
      </select>
    </label>
  );
}
