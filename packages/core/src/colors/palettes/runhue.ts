import type { Palette } from '../palette.js';

/**
 * The kit's own ramp: amber (light) or yellow (dark) → orange → crimson or rose → deep purple, deeper = higher. Every step of every table
 * reaches 3:1 on the backgrounds of its theme, which is why the light table starts at amber: nothing lighter can, on white.
 */
export const runhue: Palette = {
  name: 'runhue',
  label: 'Runhue',
  kind: 'sequential',
  light: {
    2: ['#c98000', '#4a0099'],
    3: ['#af8d00', '#a9003d', '#33006f'],
    4: ['#c88000', '#c22700', '#890042', '#33006e'],
    5: ['#c98000', '#c14c00', '#b0001e', '#910053', '#33006e'],
    6: ['#c98000', '#c84d00', '#b90029', '#9e0051', '#761675', '#32006b'],
    7: ['#c98000', '#c55a00', '#ba3800', '#ad001e', '#950051', '#74116e', '#32006c'],
    8: ['#c98000', '#ca5b00', '#c23900', '#b90025', '#a30044', '#8d0056', '#6e0e6e', '#33006e'],
  },
  dark: {
    2: ['#fdfd50', '#8c48c0'],
    3: ['#ffd900', '#ec5767', '#8c48c0'],
    4: ['#fdff52', '#fa9800', '#d64b70', '#8f49bc'],
    5: ['#fcff9c', '#fcbe00', '#eb7d50', '#bd4d7f', '#8d48bd'],
    6: ['#fdff7c', '#ffcf00', '#f2972d', '#e2655a', '#be4f8e', '#8e49be'],
    7: ['#ffff55', '#ffd200', '#f6a325', '#ec7d45', '#d8586a', '#bd4b96', '#9049bb'],
    8: ['#fdff52', '#ffda13', '#f9ad00', '#f08936', '#e2655a', '#c9527f', '#b14c9c', '#8c48c0'],
  },
};
