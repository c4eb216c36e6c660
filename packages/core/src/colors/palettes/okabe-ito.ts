import type { Palette } from '../palette.js';

/**
 * Okabe and Ito 2008, made for all colour vision; their black is the text colour of each theme. Some reach less than 3:1 on a background and
 * are drawn with a casing.
 */
export const okabeIto: Palette = {
  name: 'okabe-ito',
  label: 'Okabe–Ito',
  kind: 'categorical',
  light: ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#d55e00', '#56b4e9', '#000000', '#f0e442'],
  dark: ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#d55e00', '#56b4e9', '#ffffff', '#f0e442'],
};
