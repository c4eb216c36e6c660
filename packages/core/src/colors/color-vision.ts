import type { LinearRgb } from './srgb.js';

/** Ordinary vision and the three colour vision deficiencies at full severity. */
export const visions = ['normal', 'protan', 'deutan', 'tritan'] as const;
/** A kind of colour vision: ordinary, or one deficiency. */
export type Vision = (typeof visions)[number];

type Matrix = readonly [LinearRgb, LinearRgb, LinearRgb];

/** Machado, Oliveira and Fernandes 2009, severity 1.0. */
const matrices: Readonly<Record<Exclude<Vision, 'normal'>, Matrix>> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/**
 * A colour as a person with that vision sees it (Machado et al. 2009). The matrices hold in linear light only;
 * on gamma-encoded channels, as some libraries apply them, separations come out wrong by several ΔE.
 */
export function simulateVision(rgb: LinearRgb, vision: Vision): LinearRgb {
  if (vision === 'normal') return rgb;
  const [red, green, blue] = matrices[vision];
  return [clippedDot(red, rgb), clippedDot(green, rgb), clippedDot(blue, rgb)];
}

function clippedDot(row: LinearRgb, rgb: LinearRgb): number {
  return Math.min(1, Math.max(0, row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2]));
}
