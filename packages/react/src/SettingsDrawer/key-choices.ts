import type { KeyEntry, KeyType } from '@runhue/core';
import type { Messages } from '../messages/messages.js';

/** What a Key list offers: a Key, or none. */
export type KeyChoice = KeyEntry | { readonly id: null; readonly label: string };

export interface KeyGroupItems {
  readonly value: string;
  readonly items: readonly KeyChoice[];
}

/** Keys in their groups, those that do not vary last; "none" in a group of its own before all. */
export function groupChoices(entries: readonly KeyEntry[], messages: Messages, noneLabel: string | undefined): KeyGroupItems[] {
  const varying = (group: KeyEntry['group']): KeyEntry[] => entries.filter((entry) => entry.varies && entry.group === group);
  return [
    { value: '', items: noneLabel === undefined ? [] : [{ id: null, label: noneLabel }] },
    { value: messages.groupDefault, items: varying('default') },
    { value: messages.groupMetric, items: varying('metric') },
    { value: messages.groupConfig, items: varying('config') },
    { value: messages.groupConstant, items: entries.filter((entry) => !entry.varies) },
  ].filter((group) => group.items.length > 0);
}

/** Every typed word must be somewhere in the key's name or label. */
export function matchesChoice(choice: KeyChoice, query: string): boolean {
  const text = `${choice.label} ${choice.id === null ? '' : choice.name}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

export function typeText(type: KeyType, messages: Messages): string {
  return {
    number: messages.typeNumber,
    category: messages.typeCategory,
    boolean: messages.typeBoolean,
    date: messages.typeDate,
    mixed: messages.typeMixed,
  }[type];
}
