import type { Palette } from '../palette.js';

const tables = {
  2: ['#fff3b0', '#2f0a5b'],
  3: ['#fff3b0', '#e06657', '#2f0a5b'],
  4: ['#fff3b0', '#f7984b', '#ad3b73', '#2f0a5b'],
  5: ['#fff3b0', '#fcb154', '#e06657', '#8c2c7b', '#2f0a5b'],
  6: ['#fff3b0', '#fdbf61', '#f1834a', '#c64a66', '#77267c', '#2f0a5b'],
  7: ['#fff3b0', '#fdc969', '#f7984b', '#e06657', '#ad3b73', '#69217d', '#2f0a5b'],
  8: ['#fff3b0', '#fdd06f', '#fba64b', '#ee7a4a', '#d1505f', '#9c2f7a', '#5f1d7d', '#2f0a5b'],
};

/** Light yellow → orange → deep purple, as in W&B's pictures. Steps under 3:1 on the background are drawn with a casing. */
export const classic: Palette = { name: 'classic', label: 'Classic', kind: 'sequential', light: tables, dark: tables };
