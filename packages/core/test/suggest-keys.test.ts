import { createRuns, defaultColorSettings, suggestKeys, withKeySettings, type KeySuggestion, type RunInput } from '@runhue/core';
import { describe, expect, test } from 'vitest';

const groups = [
  [1, 1, 2, 3, 3],
  [2, 2, 4, 5],
  [5, 5, 5, 6],
];

/** A run per value; `kind` is its group, `id` its own, `width` a number that follows the group. */
function grouped(values: readonly (readonly number[])[] = groups): RunInput[] {
  return values.flatMap((group, g) =>
    group.map((loss, i) => ({
      id: `${g}-${i}`,
      config: { kind: `kind ${g}`, name: `run ${g} ${i}`, width: 2 ** (g + 1), rate: 0.1 * (g + 1), fixed: 1 },
      history: [{ loss: 9 }, { loss }],
    })),
  );
}

function suggest(inputs: readonly RunInput[], settings = defaultColorSettings): KeySuggestion[] {
  return suggestKeys(createRuns(inputs).runs, { outcome: 'metric:loss', yValue: 'latest', settings });
}

const byKey = (suggestions: readonly KeySuggestion[]): Record<string, KeySuggestion> =>
  Object.fromEntries(suggestions.map((each) => [each.keyId, each]));

describe('suggestKeys', () => {
  // python -c "from scipy.stats import kruskal; print(kruskal([1,1,2,3,3],[2,2,4,5],[5,5,5,6]))", scipy 1.17: H = 7.836206896551723, ties corrected.
  test("agrees with scipy's Kruskal–Wallis H under ties, and divides it by n − 1", () => {
    const { 'config:kind': kind } = byKey(suggest(grouped()));
    expect(kind?.h).toBeCloseTo(7.836206896551723, 12);
    expect(kind?.epsilonSquared).toBeCloseTo(7.836206896551723 / 12, 12);
    expect(kind).toMatchObject({ runCount: 13, groupCount: 3, patch: {} });
  });

  // kruskal([2.9,3.0,2.5,2.6,3.2],[3.8,2.7,4.0,2.4],[2.8,3.4,3.7,2.2,2.0]) of the same: H = 0.7714285714285722 (Hollander & Wolfe's example).
  test('agrees with scipy without ties', () => {
    const hollander = [[2.9, 3, 2.5, 2.6, 3.2], [3.8, 2.7, 4, 2.4], [2.8, 3.4, 3.7, 2.2, 2]];
    expect(byKey(suggest(grouped(hollander)))['config:kind']?.h).toBeCloseTo(0.7714285714285722, 12);
  });

  test('sees the same groups in text, few integers and few decimals, and says which method shows them', () => {
    const { 'config:kind': kind, 'config:width': width, 'config:rate': rate } = byKey(suggest(grouped()));
    expect(width?.h).toBe(kind?.h);
    expect(rate?.h).toBe(kind?.h);
    expect([width?.patch, rate?.patch]).toEqual([{}, { method: 'natural' }]);
  });

  test('cuts a number with many values by quantiles, unless its user chose a method', () => {
    const inputs = grouped([Array.from({ length: 20 }, (_, i) => i)]).map((run, i) => ({ ...run, config: { lr: 1.5 ** i } }));
    expect(suggest(inputs)).toMatchObject([{ keyId: 'config:lr', groupCount: 5, patch: { method: 'quantile' } }]);
    const chosen = withKeySettings(defaultColorSettings, 'config:lr', { method: 'log' });
    expect(suggest(inputs, chosen)[0]).toMatchObject({ groupCount: 5, patch: {} });
  });

  test('leaves out keys with a value per run, keys that do not vary, and keys of fewer than 5 runs', () => {
    const inputs = grouped().map((run, i) => ({ ...run, config: { ...run.config, ...(i < 4 && { rare: i % 2 ? 'a' : 'b' }) } }));
    expect(suggest(inputs).map(({ keyId }) => keyId).sort()).toEqual(['config:kind', 'config:rate', 'config:width']);
  });

  test('counts only runs with a finite outcome and a value of the key', () => {
    const inputs: RunInput[] = [
      ...grouped(),
      { id: 'nan', config: { kind: 'kind 0' }, history: [{ loss: NaN }] },
      { id: 'inf', config: { kind: 'kind 0' }, history: [{ loss: Infinity }] },
      { id: 'none', config: { kind: null }, history: [{ loss: 1 }] },
    ];
    expect(byKey(suggest(inputs))['config:kind']).toMatchObject({ runCount: 13 });
  });

  test('ranks the key that separates best first; a key that says nothing is near 0', () => {
    const inputs = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((loss) =>
      ['a', 'b'].map((seed) => ({ id: `${loss}${seed}`, config: { seed, half: loss > 4 }, history: [{ loss }] })),
    );
    const suggestions = suggest(inputs);
    expect(suggestions.map(({ keyId }) => keyId)).toEqual(['config:half', 'config:seed']);
    expect(suggestions[1]?.epsilonSquared).toBeCloseTo(0, 12);
  });

  test('says nothing where every outcome is equal', () => {
    expect(suggest(grouped([[1, 1, 1], [1, 1, 1]]))).toEqual([]);
  });

  test('throws for an outcome that is no number', () => {
    const { runs } = createRuns(grouped());
    expect(() => suggestKeys(runs, { outcome: 'config:kind', yValue: 'latest' })).toThrow(/"config:kind" has no numbers: choose a metric/);
  });
});
