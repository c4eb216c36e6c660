import { legendMessagesEn, type LegendMessages } from '@runhue/core';
import { plotMessagesEn, plotMessagesKo, type PlotMessages } from '../RunLinePlot/plot-messages.js';
import { drawerMessagesEn, drawerMessagesKo, type DrawerMessages } from '../SettingsDrawer/drawer-messages.js';
import { colorMessagesEn, colorMessagesKo, type ColorMessages } from './color-messages.js';
import { en } from './en.js';
import { legendMessagesKo } from './legend-ko.js';
import { ko } from './ko.js';
import type { KitMessages } from './kit-messages.js';
import { problemMessagesEn, problemMessagesKo, type ProblemMessages } from './problem-messages.js';
import { sourceMessagesEn, sourceMessagesKo, type SourceMessages } from './source-messages.js';

/** Every text that a user of the kit can see, by name. `{name}` places are filled in. */
export interface Messages extends ColorMessages, DrawerMessages, KitMessages, LegendMessages, PlotMessages, ProblemMessages, SourceMessages {}

const english: Messages = { ...legendMessagesEn, ...plotMessagesEn, ...drawerMessagesEn, ...colorMessagesEn, ...problemMessagesEn, ...sourceMessagesEn, ...en };
const korean: Messages = { ...legendMessagesKo, ...plotMessagesKo, ...drawerMessagesKo, ...colorMessagesKo, ...problemMessagesKo, ...sourceMessagesKo, ...ko };

/** The built-in table for a locale (Korean for `ko…`, else English), with an app's own wording over it. */
export function messagesFor(locale: string, own?: Partial<Messages>): Messages {
  const table = /^ko\b/i.test(locale) ? korean : english;
  return own ? { ...table, ...own } : table;
}
