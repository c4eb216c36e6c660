import type { Palette } from '../palette.js';

/** Blue ↔ red (light) and blue ↔ sand (dark): the middle nearest the background, the ends strongest. */
export const diverging: Palette = {
  name: 'diverging',
  label: 'Diverging',
  kind: 'diverging',
  light: {
    3: ['#02398c', '#8d8d8d', '#7b0902'],
    4: ['#011f55', '#335ca0', '#963e32', '#4a0301'],
    5: ['#011f55', '#335ca0', '#8d8d8d', '#963e32', '#4a0301'],
    6: ['#011f55', '#335ca0', '#687ea3', '#9f7067', '#963e32', '#4a0301'],
    7: ['#011f55', '#335ca0', '#687ea3', '#8d8d8d', '#9f7067', '#963e32', '#4a0301'],
    8: ['#011f55', '#02398c', '#335ca0', '#687ea3', '#9f7067', '#963e32', '#7b0902', '#4a0301'],
  },
  dark: {
    3: ['#89cefe', '#6c6c6c', '#e7be7a'],
    4: ['#d9efff', '#76a7c9', '#b89c6c', '#ffe8c3'],
    5: ['#d9efff', '#76a7c9', '#6c6c6c', '#b89c6c', '#ffe8c3'],
    6: ['#d9efff', '#76a7c9', '#698091', '#897b64', '#b89c6c', '#ffe8c3'],
    7: ['#d9efff', '#76a7c9', '#698091', '#6c6c6c', '#897b64', '#b89c6c', '#ffe8c3'],
    8: ['#d9efff', '#89cefe', '#76a7c9', '#698091', '#897b64', '#b89c6c', '#e7be7a', '#ffe8c3'],
  },
};
