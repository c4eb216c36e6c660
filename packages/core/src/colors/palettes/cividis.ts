import type { Palette } from '../palette.js';

const tables = {
  2: ['#002051', '#fdea45'],
  3: ['#002051', '#7f7c75', '#fdea45'],
  4: ['#002051', '#575c6e', '#a49d78', '#fdea45'],
  5: ['#002051', '#3c4d6e', '#7f7c75', '#bbaf71', '#fdea45'],
  6: ['#002051', '#2b446e', '#696970', '#948f78', '#caba6a', '#fdea45'],
  7: ['#002051', '#1f3e6e', '#575c6e', '#7f7c75', '#a49d78', '#d5c164', '#fdea45'],
  8: ['#002051', '#173a6d', '#48546d', '#706e71', '#8e8978', '#b1a775', '#ddc75f', '#fdea45'],
};

/** Cividis (Nuñez, Anderton and Renslow 2018), evenly sampled; low is dark. Steps under 3:1 are drawn with a casing. */
export const cividis: Palette = { name: 'cividis', label: 'Cividis', kind: 'sequential', light: tables, dark: tables };
