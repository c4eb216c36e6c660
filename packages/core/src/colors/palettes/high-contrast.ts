import type { Palette } from '../palette.js';

/** The kit's hues with at least 4.2:1 on the theme's backgrounds, for people who ask for more contrast. */
export const highContrast: Palette = {
  name: 'high-contrast',
  label: 'High contrast',
  kind: 'sequential',
  light: {
    2: ['#ca5300', '#2300e1'],
    3: ['#c95400', '#5d0000', '#040041'],
    4: ['#c95300', '#a40000', '#700034', '#07005a'],
    5: ['#c65400', '#b80000', '#96003a', '#6c003d', '#0a005a'],
    6: ['#c75400', '#c7002d', '#a30032', '#7e0031', '#63003f', '#090054'],
    7: ['#b56300', '#be3a34', '#b00016', '#960036', '#770037', '#59003d', '#06004b'],
    8: ['#ab6900', '#aa4e36', '#b02c00', '#9e0002', '#830033', '#680041', '#3e004d', '#23002e'],
  },
  dark: {
    2: ['#edef00', '#7b68ff'],
    3: ['#dbff00', '#ff6e8d', '#a354ff'],
    4: ['#b3ff00', '#ffb090', '#ff60a5', '#c433ff'],
    5: ['#d9ff00', '#ffb676', '#ff7b9a', '#b57db6', '#a754ff'],
    6: ['#fffa8c', '#fed100', '#ffa973', '#ff72cc', '#c665ff', '#757cba'],
    7: ['#fbfe00', '#ebd200', '#ffb069', '#ff89ad', '#cb86b9', '#a87bce', '#ae4cff'],
    8: ['#f4ff74', '#faec00', '#ffc879', '#ffaa8a', '#ff88b0', '#d082c0', '#b674d1', '#af4bff'],
  },
};
