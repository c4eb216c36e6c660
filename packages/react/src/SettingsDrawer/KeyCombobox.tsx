import { Combobox } from '@base-ui/react/combobox';
import type { BaseUIEvent } from '@base-ui/react/types';
import { parseKeyId, type KeyEntry, type KeyId } from '@runhue/core';
import { useId, useMemo, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import { useKeyCatalog } from '../hooks/useKeyCatalog.js';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { useRunCount } from '../hooks/useRunCount.js';
import { useTheme } from '../hooks/useTheme.js';
import { ChevronDownIcon } from '../icons.js';
import { fill } from '../messages/fill.js';
import { useRunhueContext } from '../RunhueContext.js';
import { useSourceKeys, type FoundKeys } from '../source/useSourceKeys.js';
import { groupChoices, matchesChoice, typeText, type KeyChoice, type KeyGroupItems } from './key-choices.js';
import { KeyOption } from './KeyOption.js';
import { VirtualKeyList, type KeyListView } from './VirtualKeyList.js';

/** From how many Keys on a list keeps only those in view in the page. */
const longList = 200;

interface KeyComboboxProps {
  readonly label: string;
  /** Name of the button that opens the list. */
  readonly chooseLabel: string;
  readonly value: KeyId | null;
  /** Offers no Key at all under this name. Default: one must be chosen. */
  readonly noneLabel?: string;
  readonly hint?: string;
  readonly onChange: (key: KeyId | null) => void;
}

/** A list of Keys: searchable, grouped, with type and coverage; keys that do not vary come last. */
export function KeyCombobox({ label, chooseLabel, value, noneLabel, hint, onChange }: KeyComboboxProps): JSX.Element {
  const messages = useMessages();
  const locale = useLocale();
  const theme = useTheme();
  const sourceName = useRunhueContext().session?.source.abilities.name ?? '';
  const catalog = useKeyCatalog();
  const total = useRunCount();
  const [search, setSearch] = useState('');
  const fromSource = useSourceKeys(search);
  const entries = fromSource?.entries ?? catalog;
  const groups = useMemo(() => groupChoices(entries, messages, noneLabel), [entries, messages, noneLabel]);
  const found = catalog.find((entry) => entry.id === value) ?? null;
  const unlisted = fromSource && value !== null && !found ? unlistedKey(value) : null;
  const chosen = found ?? unlisted ?? (value === null ? (groups[0]?.items.find(({ id }) => id === null) ?? null) : null);
  const isMissing = value !== null && !chosen;
  const isLong = entries.length > longList;
  const view = useRef<KeyListView>(null);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  return (
    <section className="runhue-section">
      <div className="runhue-label-row">
        <label className="runhue-label" htmlFor={id}>
          {label}
        </label>
        {found && found.runCount <= total && <span className="runhue-muted">{fill(messages.coverage, { count: found.runCount, total }, locale)}</span>}
      </div>
      <Combobox.Root
        items={groups}
        value={chosen}
        onValueChange={(choice: KeyChoice | null) => choice && onChange(choice.id)}
        itemToStringLabel={(choice: KeyChoice) => choice.label}
        isItemEqualToValue={(a: KeyChoice, b: KeyChoice) => a.id === b.id}
        filter={fromSource ? null : matchesChoice}
        onInputValueChange={(text, { reason }) => setSearch(reason === 'input-change' ? text.trim() : '')}
        // The Key in force is there to be typed over, once the click has put its caret; text that opened the list is the reader's own.
        onOpenChange={(open, { reason }) => open && reason !== 'input-change' && requestAnimationFrame(() => input.current?.select())}
        onItemHighlighted={(_, { index, reason }) => reason !== 'pointer' && view.current?.reveal(index)}
        virtualized={isLong}
        autoHighlight
      >
        <Combobox.InputGroup className="runhue-combobox">
          <Combobox.Input
            ref={input}
            id={id}
            className="runhue-input"
            placeholder={messages.searchKeys}
            spellCheck={false}
            onKeyDown={leaveEscapeToDrawer}
            aria-describedby={isMissing ? `${id}-missing` : undefined}
          />
          {found && <span className="runhue-combobox-type">{typeText(found.type, messages)}</span>}
          <Combobox.Trigger className="runhue-combobox-trigger" aria-label={chooseLabel}>
            <ChevronDownIcon />
          </Combobox.Trigger>
        </Combobox.InputGroup>
        <Combobox.Portal>
          <Combobox.Positioner className="runhue runhue-positioner" data-theme={theme} sideOffset={4}>
            <Combobox.Popup className="runhue-popup">
              <Combobox.Empty className="runhue-popup-empty">{fromSource?.loading ? fill(messages.sourceWaiting, { what: messages.sourceKeys, source: sourceName }) : messages.noKeyFound}</Combobox.Empty>
              {isLong ? (
                <Combobox.List className="runhue-popup-list">
                  <VirtualKeyList total={total} view={view} />
                </Combobox.List>
              ) : (
                <Combobox.List className="runhue-popup-list">
                  {(group: KeyGroupItems) => (
                    <Combobox.Group key={group.value} items={[...group.items]} className="runhue-popup-group">
                      {group.value && <Combobox.GroupLabel className="runhue-popup-group-label">{group.value}</Combobox.GroupLabel>}
                      <Combobox.Collection>{(choice: KeyChoice) => <KeyOption key={choice.id ?? ''} choice={choice} total={total} />}</Combobox.Collection>
                    </Combobox.Group>
                  )}
                </Combobox.List>
              )}
              {fromSource && <KeyTotal found={fromSource} />}
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
      {isMissing && (
        <p className="runhue-hint" id={`${id}-missing`}>
          {fill(messages.keyMissing, { key: parseKeyId(value)?.path.join('.') ?? value })}
        </p>
      )}
      {hint && <p className="runhue-hint">{hint}</p>}
    </section>
  );
}

/** How many of a source's keys are listed. */
function KeyTotal({ found: { entries, total, loading } }: { readonly found: FoundKeys }): JSX.Element {
  const messages = useMessages();
  const locale = useLocale();
  const text = entries.length < total ? messages.sourceKeyCount : total === 1 ? messages.sourceKeysFoundOne : messages.sourceKeysFound;
  return (
    <div className="runhue-popup-total" role="status">
      {loading ? <span className="runhue-source-bar" aria-hidden="true" /> : fill(text, { count: entries.length, total }, locale)}
    </div>
  );
}

/** A Key that a source has not listed: its name, until its line in the catalogue is there. */
function unlistedKey(id: KeyId): KeyEntry {
  const { group, name } = parseKeyId(id) ?? { group: 'metric', name: id };
  return { id, group, name, label: name, type: 'number', runCount: 0, varies: true };
}

/** With the list closed, Escape is the drawer's; the combobox would clear its text by it. */
function leaveEscapeToDrawer(event: BaseUIEvent<KeyboardEvent<HTMLInputElement>>): void {
  if (event.key === 'Escape' && event.currentTarget.getAttribute('aria-expanded') === 'false') event.preventBaseUIHandler();
}
