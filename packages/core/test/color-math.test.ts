import { ciede2000, contrastRatio, differenceSeen, labSeen, normalizeHex, palettes, type Vision } from '@runhue/core';
import { converter, differenceCiede2000, wcagContrast } from 'culori';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const hexes = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
const theirLab = converter('lab65');
const theirDifference = differenceCiede2000();
const coordinates = (hex: string): readonly [number, number, number] => labSeen(hex, 'normal');
const asTheirs = ([l, a, b]: readonly [number, number, number]): { mode: 'lab65'; l: number; a: number; b: number } => ({ mode: 'lab65', l, a, b });

describe('ciede2000', () => {
  it.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
    [[50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[63.0109, -31.0961, -5.8663], [62.8187, -29.7946, -4.0864], 1.263],
    [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ] as const)('gives the published value of Sharma, Wu and Dalal for %j and %j', (first, second, expected) => {
    expect(ciede2000(first, second)).toBeCloseTo(expected, 4);
    expect(ciede2000(second, first)).toBeCloseTo(expected, 4);
  });

  it('agrees with culori on the same coordinates of any two colours', () => {
    fc.assert(
      fc.property(hexes, hexes, (first, second) => {
        const [one, other] = [coordinates(first), coordinates(second)];
        expect(ciede2000(one, other)).toBeCloseTo(theirDifference(asTheirs(one), asTheirs(other)), 6);
      }),
    );
  });

  // The two take slightly different white points, which turns the hue of near-greys.
  it('agrees with culori on any two colours but for its white point', () => {
    fc.assert(
      fc.property(hexes, hexes, (first, second) => {
        expect(Math.abs(differenceSeen(first, second, 'normal') - theirDifference(first, second))).toBeLessThan(0.5);
      }),
    );
  });
});

describe('labSeen', () => {
  it('agrees with culori on the lightness of any colour', () => {
    fc.assert(
      fc.property(hexes, (hex) => {
        expect(labSeen(hex, 'normal')[0]).toBeCloseTo(theirLab(hex)?.l ?? Number.NaN, 2);
      }),
    );
  });

  it.each(['protan', 'deutan', 'tritan'] as const)('leaves greys grey for %s vision', (vision) => {
    const [lightness, a, b] = labSeen('#808080', vision);
    expect(lightness).toBeCloseTo(53.6, 1);
    expect(Math.hypot(a, b)).toBeLessThan(0.1);
  });

  /** What gamma-encoded simulation gets wrong: plasma's closest protan neighbours are 4.6 apart, not 2.8. */
  it('simulates in linear light', () => {
    const plasma = ['#0d0887', '#5302a3', '#8b0aa5', '#b83289', '#db5c68', '#f48849', '#febd2a', '#f0f921'];
    const closest = (vision: Vision): number =>
      Math.min(...plasma.slice(1).map((color, i) => differenceSeen(plasma[i] ?? '', color, vision)));
    expect(closest('protan')).toBeCloseTo(4.6, 1);
    expect(closest('deutan')).toBeCloseTo(7.9, 1);
    expect(closest('tritan')).toBeCloseTo(9.0, 1);
  });
});

describe('contrastRatio', () => {
  it('is 21 for black on white and 1 for a colour on itself', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 10);
    expect(contrastRatio('#c98000', '#c98000')).toBe(1);
  });

  it('agrees with culori on any two colours', () => {
    fc.assert(
      fc.property(hexes, hexes, (a, b) => {
        expect(Math.abs(contrastRatio(a, b) - wcagContrast(a, b))).toBeLessThan(0.02);
      }),
    );
  });
});

describe('normalizeHex', () => {
  it.each([
    ['#ABC', '#aabbcc'],
    [' #Ff00aA ', '#ff00aa'],
    ['red', null],
    ['#12345', null],
    [7, null],
    [null, null],
  ])('reads %j as %j', (text, expected) => expect(normalizeHex(text)).toBe(expected));
});

it('palettes are plain data with lower-case #rrggbb colours and unique names', () => {
  expect(JSON.parse(JSON.stringify(palettes))).toEqual(palettes);
  expect(new Set(palettes.map(({ name }) => name)).size).toBe(palettes.length);
  for (const { light, dark } of palettes) {
    const tables: readonly (readonly string[])[] = [light, dark].flatMap((colors) => Object.values(colors)).map((part) => [part].flat());
    for (const hex of tables.flat()) expect(normalizeHex(hex)).toBe(hex);
  }
});
