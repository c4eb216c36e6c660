import {
  contrastRatio,
  differenceSeen,
  labSeen,
  noValueColors,
  otherColors,
  paletteColors,
  palettes,
  themeBackgrounds,
  visions,
  type Palette,
  type Theme,
  type Vision,
} from '@runhue/core';
import { describe, expect, it } from 'vitest';

const themes: readonly Theme[] = ['light', 'dark'];
const counts = [2, 3, 4, 5, 6, 7, 8];

function shipped(name: string): Palette {
  const palette = palettes.find((candidate) => candidate.name === name);
  if (!palette) throw new Error(`No palette "${name}"`);
  return palette;
}

const lowestContrast = (colors: readonly string[], theme: Theme): number =>
  Math.min(...colors.flatMap((color) => themeBackgrounds[theme].map((background) => contrastRatio(color, background))));

const closestNeighbours = (colors: readonly string[], vision: Vision): number =>
  Math.min(...colors.slice(1).map((color, i) => differenceSeen(colors[i] ?? '', color, vision)));

const closestPair = (colors: readonly string[], vision: Vision): number =>
  Math.min(
    ...colors.flatMap((first, i) => colors.slice(i + 1).map((second) => differenceSeen(first, second, vision))),
  );

/** Steps of L*, all of one sign when the lightness is monotone. */
const lightnessSteps = (colors: readonly string[], vision: Vision): number[] => {
  const lightness = colors.map((color) => labSeen(color, vision)[0]);
  return lightness.slice(1).map((value, i) => value - (lightness[i] ?? Number.NaN));
};

interface Gates {
  readonly contrast: number;
  readonly step: number;
  readonly apart: Readonly<Record<number, number>>;
}

const gates: Readonly<Record<string, Readonly<Record<Theme, Gates>>>> = {
  runhue: {
    light: { contrast: 3, step: 3.5, apart: { 2: 40, 3: 25, 4: 14, 5: 10, 6: 8, 7: 7, 8: 6 } },
    dark: { contrast: 3, step: 3.5, apart: { 2: 40, 3: 25, 4: 15, 5: 14, 6: 10, 7: 8, 8: 7 } },
  },
  'high-contrast': {
    light: { contrast: 4.2, step: 3.5, apart: { 2: 40, 3: 25, 4: 14, 5: 10, 6: 8, 7: 7, 8: 6 } },
    dark: { contrast: 4.2, step: 3.5, apart: { 2: 40, 3: 25, 4: 15, 5: 12, 6: 10, 7: 8, 8: 6.5 } },
  },
};

describe.each(Object.keys(gates))('palette %s', (name) => {
  describe.each(themes)('%s', (theme) => {
    const gate = gates[name]?.[theme];
    it.each(counts)('%i steps stand out from their background, deepen evenly and stay apart in every vision', (count) => {
      const colors = paletteColors(shipped(name), theme, count);
      expect(colors).toHaveLength(count);
      expect(lowestContrast(colors, theme)).toBeGreaterThanOrEqual(gate?.contrast ?? Infinity);
      for (const step of lightnessSteps(colors, 'normal')) expect(step).toBeLessThanOrEqual(-(gate?.step ?? Infinity));
      for (const vision of visions) {
        for (const step of lightnessSteps(colors, vision)) expect(step).toBeLessThan(0);
        expect(closestNeighbours(colors, vision)).toBeGreaterThanOrEqual(gate?.apart[count] ?? Infinity);
      }
    });
  });
});

describe.each(['classic', 'viridis', 'cividis'])('palette %s', (name) => {
  it.each(counts)('%i steps have monotone lightness and neighbours apart in every vision', (count) => {
    const colors = paletteColors(shipped(name), 'light', count);
    for (const vision of visions) {
      const steps = lightnessSteps(colors, vision);
      for (const step of steps) expect(Math.sign(step)).toBe(Math.sign(steps[0] ?? 0));
      expect(Math.min(...steps.map(Math.abs))).toBeGreaterThanOrEqual(3.5);
      expect(closestNeighbours(colors, vision)).toBeGreaterThanOrEqual(name === 'viridis' ? 5 : 6);
    }
  });
});

describe.each(themes)('palette categorical, %s', (theme) => {
  const slots = paletteColors(shipped('categorical'), theme, 12);
  it.each([
    [6, 24, 12],
    [8, 20, 10],
    [10, 15, 7],
    [12, 12, 5],
  ])('first %i slots are ΔE %i apart pairwise, %i for a colour vision deficiency', (count, normal, simulated) => {
    const colors = slots.slice(0, count);
    expect(closestPair(colors, 'normal')).toBeGreaterThanOrEqual(normal);
    for (const vision of ['protan', 'deutan', 'tritan'] as const) {
      expect(closestPair(colors, vision)).toBeGreaterThanOrEqual(simulated);
    }
  });
  it('reaches 3:1 in every slot', () => expect(lowestContrast(slots, theme)).toBeGreaterThanOrEqual(3));
});

describe.each(themes)('palette diverging, %s', (theme) => {
  it.each([3, 4, 5, 6, 7, 8])('%i steps are ΔE 10 apart pairwise in every vision and reach 3:1', (count) => {
    const colors = paletteColors(shipped('diverging'), theme, count);
    expect(colors).toHaveLength(count);
    expect(lowestContrast(colors, theme)).toBeGreaterThanOrEqual(3);
    for (const vision of visions) expect(closestPair(colors, vision)).toBeGreaterThanOrEqual(10);
  });
  it.each([3, 4, 5, 6, 7, 8])('%i steps are strongest at the ends', (count) => {
    const contrasts = paletteColors(shipped('diverging'), theme, count).map((color) => lowestContrast([color], theme));
    const half = contrasts.slice(0, Math.ceil(count / 2));
    const otherHalf = contrasts.slice(Math.floor(count / 2)).reverse();
    for (const side of [half, otherHalf]) expect(side).toEqual([...side].sort((a, b) => b - a));
  });
});

describe.each(themes)('no value, %s', (theme) => {
  it('reaches 3:1 and stays ΔE 12 from every sequential and categorical colour in every vision', () => {
    const color = noValueColors[theme];
    const others = [
      ...counts.flatMap((count) => paletteColors(shipped('runhue'), theme, count)),
      ...paletteColors(shipped('categorical'), theme, 12),
    ];
    expect(lowestContrast([color], theme)).toBeGreaterThanOrEqual(3);
    for (const vision of visions) {
      for (const other of others) expect(differenceSeen(color, other, vision)).toBeGreaterThanOrEqual(12);
    }
  });
});

it.each(themes)('the colour of "Other" reaches 3:1 and stays apart from the slots and from "No value", %s', (theme) => {
  const color = otherColors[theme];
  expect(lowestContrast([color], theme)).toBeGreaterThanOrEqual(3);
  for (const other of [noValueColors[theme], ...paletteColors(shipped('categorical'), theme, 12)]) {
    expect(differenceSeen(color, other, 'normal')).toBeGreaterThanOrEqual(15);
    for (const vision of visions) expect(differenceSeen(color, other, vision)).toBeGreaterThanOrEqual(10);
  }
});
