import { compareNatural } from '@runhue/core';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';

const sorted = (values: readonly (string | number | boolean)[]): (string | number | boolean)[] => values.toSorted(compareNatural);

afterEach(() => vi.restoreAllMocks());

describe('compareNatural', () => {
  it('orders digits inside text as numbers', () => {
    expect(sorted(['lr10', 'lr2', 'lr1'])).toEqual(['lr1', 'lr2', 'lr10']);
    expect(sorted(['v1.10.0', 'v1.9.3', 'v1.9.12'])).toEqual(['v1.9.3', 'v1.9.12', 'v1.10.0']);
    expect(sorted(['[1,10]', '[1,2]'])).toEqual(['[1,2]', '[1,10]']);
  });

  it('orders numeric text by its number', () => {
    expect(sorted(['1e-3', '10', '9', '-2', '1e-4', 'adam'])).toEqual(['-2', '1e-4', '1e-3', '9', '10', 'adam']);
  });

  it('puts false before true, numbers before text and NaN last of the numbers', () => {
    expect(sorted(['a', true, 3, NaN, false, -1])).toEqual([false, true, -1, 3, NaN, 'a']);
  });

  it('ignores case unless nothing else differs', () => {
    expect(sorted(['b', 'B', 'a', 'A'])).toEqual(['A', 'a', 'B', 'b']);
    expect(sorted(['Sgd', 'adam', 'RMSprop'])).toEqual(['adam', 'RMSprop', 'Sgd']);
  });

  it('is the same in every locale, also where the small letter of I is ı', () => {
    const { toLocaleLowerCase, localeCompare } = String.prototype;
    vi.spyOn(String.prototype, 'toLocaleLowerCase').mockImplementation(function (this: string) {
      return toLocaleLowerCase.call(this, 'tr');
    });
    vi.spyOn(String.prototype, 'localeCompare').mockImplementation(function (this: string, that: string) {
      return localeCompare.call(this, that, 'tr');
    });
    expect('I'.toLocaleLowerCase()).toBe('ı');
    expect(sorted(['j', 'Ia', 'h', 'IB', 'ib'])).toEqual(['h', 'Ia', 'IB', 'ib', 'j']);
  });

  it('puts the empty text first and compares integers of any length', () => {
    expect(sorted(['a', ''])).toEqual(['', 'a']);
    expect(sorted(['x100000000000000000001', 'x100000000000000000000'])).toEqual(['x100000000000000000000', 'x100000000000000000001']);
  });

  it('is a total order for any values', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[aB01.]{0,4}$/), fc.stringMatching(/^-?[0-9]{1,3}(e-?[0-9])?$/));
    const value = fc.oneof(text, fc.double(), fc.boolean());
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        expect(Math.sign(compareNatural(a, b)) + Math.sign(compareNatural(b, a))).toBe(0);
        if (compareNatural(a, b) <= 0 && compareNatural(b, c) <= 0) expect(compareNatural(a, c)).toBeLessThanOrEqual(0);
        if (typeof a === 'string' && compareNatural(a, b) === 0) expect(a).toBe(b);
      }),
      { numRuns: 1000 },
    );
  });
});
