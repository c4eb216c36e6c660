import type { Palette } from '../palette.js';

const tables = {
  2: ['#440154', '#fde725'],
  3: ['#440154', '#21918c', '#fde725'],
  4: ['#440154', '#31688e', '#35b779', '#fde725'],
  5: ['#440154', '#3b528b', '#21918c', '#5ec962', '#fde725'],
  6: ['#440154', '#414487', '#2a788e', '#22a884', '#7ad151', '#fde725'],
  7: ['#440154', '#443983', '#31688e', '#21918c', '#35b779', '#90d743', '#fde725'],
  8: ['#440154', '#46327e', '#365c8d', '#277f8e', '#1fa187', '#4ac16d', '#a0da39', '#fde725'],
};

/** Matplotlib's viridis (CC0), evenly sampled; low is dark, as everywhere it is used. Steps under 3:1 are drawn with a casing. */
export const viridis: Palette = { name: 'viridis', label: 'Viridis', kind: 'sequential', light: tables, dark: tables };
