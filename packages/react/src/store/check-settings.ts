import { parseColorSettings, type ColorSettings, type SettingsProblem } from '@runhue/core';
import { sameContent } from './same-content.js';

/** What a choice asks for as settings that can be used; the current ones, or the ones asked for, where that is what they are already. */
export function checkSettings(
  asked: ColorSettings,
  current: ColorSettings,
): { readonly settings: ColorSettings; readonly problems: readonly SettingsProblem[] } {
  if (asked === current) return { settings: current, problems: [] };
  const { settings, problems } = parseColorSettings(asked);
  const known = [current, asked].find((candidate) => sameContent(settings, candidate));
  return { settings: known ?? settings, problems };
}

/** Of each setting only the latest problem. */
export function withNewest(problems: readonly SettingsProblem[], newest: readonly SettingsProblem[]): readonly SettingsProblem[] {
  const paths = new Set(newest.map(({ path }) => path));
  return [...problems.filter(({ path }) => !paths.has(path)), ...newest];
}
