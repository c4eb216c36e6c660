import { Combobox } from '@base-ui/react/combobox';
import type { BaseUIEvent } from '@base-ui/react/types';
import { parseKeyId, type KeyEntry, type KeyType } from '@runhue/core';
import { useId, useMemo, type JSX, type KeyboardEvent } from 'react';
import { useColorSettings } from '../hooks/useColorSettings.js';
import { useKeyCatalog } from '../hooks/useKeyCatalog.js';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { useRuns } from '../hooks/useRuns.js';
import { useTheme } from '../hooks/useTheme.js';
import { CheckIcon, ChevronDownIcon } from '../icons.js';
import { fill } from '../messages/fill.js';
import type { Messages } from '../messages/messages.js';

interface KeyGroupItems {
  readonly value: string;
  readonly items: readonly KeyEntry[];
}

/** The Key dropdown: searchable, grouped, with type and coverage; keys that do not vary come last. */
export function KeyField(): JSX.Element {
  const messages = useMessages();
  const locale = useLocale();
  const theme = useTheme();
  const entries = useKeyCatalog();
  const total = useRuns().length;
  const { key, setKey } = useColorSettings();
  const groups = useMemo(() => groupEntries(entries, messages), [entries, messages]);
  const chosen = entries.find((entry) => entry.id === key) ?? null;
  const id = useId();
  const coverage = (entry: KeyEntry): string => fill(messages.coverage, { count: entry.runCount, total }, locale);
  return (
    <section className="runhue-section">
      <div className="runhue-label-row">
        <label className="runhue-label" htmlFor={id}>
          {messages.key}
        </label>
        {chosen && <span className="runhue-muted">{coverage(chosen)}</span>}
      </div>
      <Combobox.Root
        items={groups}
        value={chosen}
        onValueChange={(entry: KeyEntry | null) => entry && setKey(entry.id)}
        itemToStringLabel={(entry: KeyEntry) => entry.label}
        isItemEqualToValue={(a: KeyEntry, b: KeyEntry) => a.id === b.id}
        filter={matches}
        autoHighlight
      >
        <Combobox.InputGroup className="runhue-combobox">
          <Combobox.Input
            id={id}
            className="runhue-input"
            placeholder={messages.searchKeys}
            spellCheck={false}
            onKeyDown={leaveEscapeToDrawer}
            aria-describedby={key !== null && !chosen ? `${id}-missing` : undefined}
          />
          {chosen && <span className="runhue-combobox-type">{typeText(chosen.type, messages)}</span>}
          <Combobox.Trigger className="runhue-combobox-trigger" aria-label={messages.chooseKey}>
            <ChevronDownIcon />
          </Combobox.Trigger>
        </Combobox.InputGroup>
        <Combobox.Portal>
          <Combobox.Positioner className="runhue runhue-positioner" data-theme={theme} sideOffset={4}>
            <Combobox.Popup className="runhue-popup">
              <Combobox.Empty className="runhue-popup-empty">{messages.noKeyFound}</Combobox.Empty>
              <Combobox.List className="runhue-popup-list">
                {(group: KeyGroupItems) => (
                  <Combobox.Group key={group.value} items={[...group.items]} className="runhue-popup-group">
                    <Combobox.GroupLabel className="runhue-popup-group-label">{group.value}</Combobox.GroupLabel>
                    <Combobox.Collection>
                      {(entry: KeyEntry) => (
                        <Combobox.Item key={entry.id} value={entry} className="runhue-popup-item">
                          <Combobox.ItemIndicator className="runhue-popup-check">
                            <CheckIcon />
                          </Combobox.ItemIndicator>
                          <span className="runhue-popup-label">{entry.label}</span>
                          <span className="runhue-popup-detail">{typeText(entry.type, messages)}</span>
                          <span className="runhue-popup-count">
                            {entry.runCount}/{total}
                          </span>
                        </Combobox.Item>
                      )}
                    </Combobox.Collection>
                  </Combobox.Group>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
      {key !== null && !chosen && (
        <p className="runhue-hint" id={`${id}-missing`}>
          {fill(messages.keyMissing, { key: parseKeyId(key)?.path.join('.') ?? key })}
        </p>
      )}
    </section>
  );
}

/** With the list closed, Escape is the drawer's; the combobox would clear its text by it. */
function leaveEscapeToDrawer(event: BaseUIEvent<KeyboardEvent<HTMLInputElement>>): void {
  if (event.key === 'Escape' && event.currentTarget.getAttribute('aria-expanded') === 'false') event.preventBaseUIHandler();
}

/** Every typed word must be somewhere in the key's name or label. */
function matches(entry: KeyEntry, query: string): boolean {
  const text = `${entry.label} ${entry.name}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function groupEntries(entries: readonly KeyEntry[], messages: Messages): KeyGroupItems[] {
  const varying = (group: KeyEntry['group']): KeyEntry[] => entries.filter((entry) => entry.varies && entry.group === group);
  return [
    { value: messages.groupDefault, items: varying('default') },
    { value: messages.groupMetric, items: varying('metric') },
    { value: messages.groupConfig, items: varying('config') },
    { value: messages.groupConstant, items: entries.filter((entry) => !entry.varies) },
  ].filter((group) => group.items.length > 0);
}

function typeText(type: KeyType, messages: Messages): string {
  return {
    number: messages.typeNumber,
    category: messages.typeCategory,
    boolean: messages.typeBoolean,
    date: messages.typeDate,
    mixed: messages.typeMixed,
  }[type];
}
