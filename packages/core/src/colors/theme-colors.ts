import type { Theme } from './bucket-style.js';

/** The backgrounds that the shipped tables are made for, by theme. `checkPalette` takes any others. */
export const themeBackgrounds: Readonly<Record<Theme, readonly string[]>> = {
  light: ['#ffffff', '#fafafa'],
  dark: ['#111418', '#1a1d23'],
};

/** Runs without a value, and non-finite ones. */
export const noValueColors: Readonly<Record<Theme, string>> = { light: '#768898', dark: '#9badbd' };

/** The bucket that gathers the rarer categories. */
export const otherColors: Readonly<Record<Theme, string>> = { light: '#856e6a', dark: '#7e6b56' };

/** Dash of runs without a value, in CSS px: drawn, left out. */
export const missingDash: readonly number[] = [4, 3];
/** Dash of runs at ±Infinity, which have the same colour, in CSS px. */
export const nonFiniteDash: readonly number[] = [1, 3];
