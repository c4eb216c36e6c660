import type { Palette } from '../palette.js';

/** Twelve slots; a slot has the same hue in both themes. Fewer categories use the first ones. */
export const categorical: Palette = {
  name: 'categorical',
  label: 'Categorical',
  kind: 'categorical',
  light: [
    '#3636a3', '#e06d00', '#00a567', '#8a0051', '#a772e4', '#636400',
    '#c7423f', '#0077aa', '#217b35', '#950026', '#645dcf', '#711277',
  ],
  dark: [
    '#208be2', '#ea9800', '#00c181', '#d45b8c', '#e1a6ff', '#ece455',
    '#ffafb3', '#00fdfa', '#689400', '#f0764e', '#7a94ff', '#b867c5',
  ],
};
