import { hashId, originalStyle, paletteColors, palettes, type Palette } from '@runhue/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const slots = paletteColors(palettes.find(({ name }) => name === 'categorical') as Palette, 'light', 12);

describe('hashId', () => {
  it.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
  ])('gives the published FNV-1a value of %j', (text, expected) => expect(hashId(text)).toBe(expected));

  it('hashes the UTF-8 bytes of any text to an unsigned 32-bit number', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const bytes = new TextEncoder().encode(text);
        const expected = bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5);
        expect(hashId(text)).toBe(expected);
      }),
    );
  });
});

describe('originalStyle', () => {
  it('gives a run the categorical slot of its id, dashed from the ninth on, whatever other runs there are', () => {
    for (const id of ['ab12', 'run-7', '한국어', '']) {
      const style = originalStyle(id, { theme: 'light' });
      const slot = slots.indexOf(style.color);
      expect(slot).toBe(hashId(id) % 12);
      expect(style.dash === null).toBe(slot < 8);
      expect(originalStyle(id, { theme: 'light' })).toEqual(style);
    }
  });

  it('uses every slot about equally often', () => {
    const counts = slots.map(() => 0);
    for (let i = 0; i < 1200; i++) {
      const slot = slots.indexOf(originalStyle(`run-${i}`, { theme: 'light' }).color);
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(50);
    expect(Math.max(...counts)).toBeLessThan(150);
  });

  it('deals colours anew with another seed', () => {
    const ids = Array.from({ length: 40 }, (_, i) => `run-${i}`);
    const deal = (seed: number): string[] => ids.map((id) => originalStyle(id, { theme: 'light', seed }).color);
    expect(deal(1)).not.toEqual(deal(0));
    expect(deal(1)).toEqual(deal(1));
  });

  it("lets a user's own colour win, solid, and ignores one that is none", () => {
    const runColors = { a: '#123456', b: 'pink' };
    expect(originalStyle('a', { theme: 'light', runColors })).toEqual({ color: '#123456', dash: null, casing: null });
    expect(originalStyle('b', { theme: 'light', runColors })).toEqual(originalStyle('b', { theme: 'light' }));
    expect(originalStyle('constructor', { theme: 'light', runColors })).toEqual(originalStyle('constructor', { theme: 'light' }));
  });
});
