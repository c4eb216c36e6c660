import {
  bucketMethods,
  colorSettingsFromSearchParams,
  colorSettingsToSearchParams,
  defaultColorSettings,
  keySettingsOf,
  normalizeBucketCount,
  parseColorSettings,
  withKeySettings,
  type ColorSettings,
  type KeySettings,
} from '@runhue/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const parseKey = (settings: unknown): { own: KeySettings; codes: string[][] } => {
  const parsed = parseColorSettings({ byKey: { 'metric:acc': settings } });
  return { own: keySettingsOf(parsed.settings, 'metric:acc'), codes: parsed.problems.map(({ code, path }) => [code, path]) };
};
const codesOf = (input: unknown): string[][] => parseColorSettings(input).problems.map(({ code, path }) => [code, path]);

const full: ColorSettings = {
  version: 1,
  mode: 'original',
  key: 'metric:val/loss',
  yValue: 'max',
  bucketCount: 6,
  scope: 'visible',
  palette: 'viridis',
  reverse: true,
  dashKey: 'config:optimizer.name',
  categoricalPalette: 'okabe-ito',
  originalSeed: 3,
  runColors: { r1: '#00ff00' },
  byKey: {
    'metric:val/loss': { method: 'custom', edges: [1, 2.5], domain: [null, 1.9], pivot: 0, symmetric: true, filter: [0, 1] },
    'config:optimizer.name': { categoryOrder: ['string:adam'], ordered: true, bucketOverrides: { 'range:0': { color: '#123456', name: 'low' } } },
  },
};

describe('normalizeBucketCount', () => {
  it.each([
    [0, 2], [1, 2], [2, 2], [8, 8], [9, 8], [2.5, 3], [NaN, 5], [-3, 2], [Infinity, 8], [-Infinity, 2], ['6', 5], [null, 5], [undefined, 5],
  ])('of %j is %j', (count, expected) => {
    expect(normalizeBucketCount(count)).toBe(expected);
  });
});

describe('parseColorSettings', () => {
  it('gives valid settings back unchanged, through JSON too', () => {
    for (const settings of [full, defaultColorSettings]) {
      expect(parseColorSettings(settings)).toEqual({ settings, problems: [] });
      expect(parseColorSettings(JSON.parse(JSON.stringify(settings)))).toEqual({ settings, problems: [] });
    }
  });

  it('takes defaults for nothing and for absent fields, without a problem', () => {
    for (const nothing of [undefined, null, {}]) expect(parseColorSettings(nothing)).toEqual({ settings: defaultColorSettings, problems: [] });
    expect(parseColorSettings({ key: 'metric:acc' }).settings).toEqual({ ...defaultColorSettings, key: 'metric:acc' });
  });

  it.each(['{}', 7, true, [], [1]])('reports %j, which is no object', (input) => {
    expect(parseColorSettings(input)).toMatchObject({ settings: defaultColorSettings, problems: [{ path: '', code: 'not-settings' }] });
  });

  it.each([0, 2, '1', null])('reports the version %j and keeps what fits', (version) => {
    const { settings, problems } = parseColorSettings({ ...full, version });
    expect(settings).toEqual(full);
    expect(problems).toMatchObject([{ path: 'version', code: 'version' }]);
  });

  it.each([[0, 2], [1, 2], [9, 8], [2.5, 3], [NaN, 5], ['6', 5], [null, 5]])('repairs the bucket count %j to %j and says so', (bucketCount, used) => {
    const { settings, problems } = parseColorSettings({ bucketCount });
    expect(settings.bucketCount).toBe(used);
    expect(problems).toMatchObject([{ path: 'bucketCount', code: 'repaired' }]);
    expect(problems[0]?.message).toContain(`${used} is used`);
  });

  it.each<[keyof ColorSettings, unknown]>([
    ['mode', 'rainbow'], ['key', 'acc'], ['key', 7], ['yValue', 'mean'], ['scope', true], ['palette', 3], ['palette', ''],
    ['palette', { light: ['#fff'], dark: ['#000'] }], ['palette', { light: ['#fff', 'red'], dark: ['#000', '#111'] }],
    ['categoricalPalette', ''], ['categoricalPalette', 3], ['originalSeed', -1], ['originalSeed', 1.5], ['originalSeed', '2'],
    ['reverse', 'yes'], ['dashKey', 'optimizer'], ['runColors', []], ['byKey', 'none'],
  ])('leaves out a %s of %j alone and reports it', (field, value) => {
    const { settings, problems } = parseColorSettings({ ...full, [field]: value });
    expect(settings).toEqual({ ...full, [field]: defaultColorSettings[field] });
    expect(problems).toMatchObject([{ path: field, code: 'invalid' }]);
  });

  it('reports fields that it does not know', () => {
    expect(codesOf({ colour: 'red' })).toEqual([['unknown-field', 'colour']]);
    expect(parseKey({ bins: 3 })).toEqual({ own: {}, codes: [['unknown-field', 'byKey["metric:acc"].bins']] });
  });

  it('writes colours as #rrggbb and leaves out those that are none', () => {
    const { settings, problems } = parseColorSettings({ palette: { light: ['#FFF', '#000000'], dark: ['#abc', '#012'] }, runColors: { a: '#F00', b: 'red' } });
    expect(settings.palette).toEqual({ light: ['#ffffff', '#000000'], dark: ['#aabbcc', '#001122'] });
    expect(settings.runColors).toEqual({ a: '#ff0000' });
    expect(problems).toMatchObject([{ path: 'runColors', code: 'repaired' }]);
  });

  it('leaves out what is kept under no key id', () => {
    const { settings, problems } = parseColorSettings({ byKey: { acc: { ordered: true }, 'metric:acc': 3, 'metric:loss': { ordered: true } } });
    expect(settings.byKey).toEqual({ 'metric:loss': { ordered: true } });
    expect(problems.map(({ path }) => path)).toEqual(['byKey["acc"]', 'byKey["metric:acc"]']);
  });

  it('treats __proto__ as a mere name', () => {
    const { settings } = parseColorSettings(JSON.parse('{"__proto__":{"mode":"original"},"runColors":{"__proto__":"#ff0000"},"byKey":{"__proto__":{"ordered":true}}}'));
    expect(settings.mode).toBe('key');
    expect(Object.getOwnPropertyNames(settings.runColors)).toEqual(['__proto__']);
    expect(Object.keys(settings.byKey)).toEqual([]);
    expect(({} as Record<string, unknown>)['ordered']).toBeUndefined();
    expect(parseColorSettings(Object.create({ mode: 'original' })).settings.mode).toBe('key');
  });
});

describe('parseColorSettings of what belongs to a Key', () => {
  const repairedAt = (field: string): string[] => ['repaired', `byKey["metric:acc"].${field}`];

  it.each<[unknown[], number[], number]>([
    [[3, 1, 2], [1, 2, 3], 1],
    [[1, 1, 2], [1, 2], 1],
    [[1, NaN, Infinity, '2', null], [1], 1],
    [[2, 2, NaN, 1], [1, 2], 3],
    [[1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 3, 4, 5, 6, 7], 1],
    [[-0], [0], 0],
    [[], [], 0],
  ])('repairs the edges %j to %j', (edges, expected, problems) => {
    expect(parseKey({ edges })).toEqual({ own: { edges: expected }, codes: Array.from({ length: problems }, () => repairedAt('edges')) });
  });

  it.each<[unknown, KeySettings, string[][]]>([
    [[0, 1], { domain: [0, 1] }, []],
    [[null, 1], { domain: [null, 1] }, []],
    [[null, null], { domain: null }, []],
    [null, { domain: null }, []],
    [[1, 0], { domain: [0, 1] }, [repairedAt('domain')]],
    [[NaN, 1], { domain: [null, 1] }, [repairedAt('domain')]],
    [[1, 1], {}, [['invalid', 'byKey["metric:acc"].domain']]],
    [[1], {}, [['invalid', 'byKey["metric:acc"].domain']]],
    ['0..1', {}, [['invalid', 'byKey["metric:acc"].domain']]],
  ])('reads the domain %j as %j', (domain, own, codes) => {
    expect(parseKey({ domain })).toEqual({ own, codes });
  });

  it('reads the filter as a range, ends in order', () => {
    expect(parseKey({ filter: [2, 1] })).toEqual({ own: { filter: [1, 2] }, codes: [repairedAt('filter')] });
    expect(parseKey({ filter: [null, 1] })).toEqual({ own: {}, codes: [['invalid', 'byKey["metric:acc"].filter']] });
  });

  it('knows every method and refuses others', () => {
    for (const method of bucketMethods) expect(parseKey({ method })).toEqual({ own: { method }, codes: [] });
    expect(parseKey({ method: 'jenks', pivot: 'x', symmetric: 1, ordered: 0 })).toEqual({
      own: {}, codes: ['method', 'pivot', 'symmetric', 'ordered'].map((field) => ['invalid', `byKey["metric:acc"].${field}`]),
    });
  });

  it('keeps each category once and each override that says something', () => {
    expect(parseKey({ categoryOrder: ['string:a', 3, 'string:a'] })).toEqual({ own: { categoryOrder: ['string:a'] }, codes: [repairedAt('categoryOrder')] });
    const bucketOverrides = { a: { color: '#ABC' }, b: { name: 'low', color: 'red' }, c: {}, d: 4 };
    expect(parseKey({ bucketOverrides })).toEqual({
      own: { bucketOverrides: { a: { color: '#aabbcc' }, b: { name: 'low' } } },
      codes: [repairedAt('bucketOverrides'), repairedAt('bucketOverrides'), repairedAt('bucketOverrides')],
    });
  });
});

describe('withKeySettings and keySettingsOf', () => {
  it('change one Key and leave the others and the given settings alone', () => {
    const next = withKeySettings(full, 'metric:acc', { method: 'log' });
    expect(keySettingsOf(next, 'metric:acc')).toEqual({ method: 'log' });
    expect(keySettingsOf(next, 'metric:val/loss')).toBe(full.byKey['metric:val/loss']);
    expect(keySettingsOf(full, 'metric:acc')).toEqual({});
  });

  it('merge into what was chosen, and take back what is undefined', () => {
    const logged = withKeySettings(withKeySettings(defaultColorSettings, 'metric:acc', { method: 'log', pivot: 1 }), 'metric:acc', { pivot: undefined });
    expect(logged.byKey).toEqual({ 'metric:acc': { method: 'log' } });
    expect(withKeySettings(logged, 'metric:acc', { method: undefined }).byKey).toEqual({});
  });

  it('give the same references when nothing changes', () => {
    expect(withKeySettings(full, 'metric:val/loss', { method: 'custom' })).toBe(full);
    expect(withKeySettings(full, 'metric:acc', {})).toBe(full);
    expect(keySettingsOf(full, 'metric:acc')).toBe(keySettingsOf(defaultColorSettings, 'metric:loss'));
  });

  it('keep what belongs to a Key while others are looked at', () => {
    const pinned = withKeySettings(defaultColorSettings, 'metric:a', { domain: [0, 1] });
    const away = withKeySettings({ ...pinned, key: 'metric:b' }, 'metric:b', { method: 'quantile' });
    expect(keySettingsOf({ ...away, key: 'metric:a' }, 'metric:a')).toEqual({ domain: [0, 1] });
  });
});

describe('colour settings in a URL', () => {
  it('are empty for the defaults and short for a few choices', () => {
    expect(colorSettingsToSearchParams(defaultColorSettings).toString()).toBe('');
    const settings: ColorSettings = { ...defaultColorSettings, key: 'metric:val/loss', yValue: 'max', bucketCount: 6, reverse: true };
    expect(decodeURIComponent(colorSettingsToSearchParams(settings).toString())).toBe('rh.key=metric:val/loss&rh.y=max&rh.n=6&rh.reverse=1');
  });

  it('come back as they were', () => {
    expect(colorSettingsFromSearchParams(colorSettingsToSearchParams(full))).toEqual({ settings: full, problems: [] });
    expect(colorSettingsFromSearchParams(`?${colorSettingsToSearchParams(full)}`)).toEqual({ settings: full, problems: [] });
  });

  it('leave parameters of the app alone, under a prefix of choice', () => {
    expect(colorSettingsFromSearchParams('mode=edit&key=7')).toEqual({ settings: defaultColorSettings, problems: [] });
    const params = colorSettingsToSearchParams({ ...defaultColorSettings, bucketCount: 3 }, { prefix: 'left-' });
    expect(params.toString()).toBe('left-n=3');
    expect(colorSettingsFromSearchParams(params, { prefix: 'left-' }).settings.bucketCount).toBe(3);
  });

  it('are repaired and reported when edited by hand', () => {
    const { settings, problems } = colorSettingsFromSearchParams('rh.n=99&rh.y=mean&rh.keys={oops&rh.reverse=maybe&rh.key=acc&rh.v=9');
    expect(settings).toEqual({ ...defaultColorSettings, bucketCount: 8 });
    expect(problems.map(({ path }) => path).toSorted()).toEqual(['bucketCount', 'byKey', 'key', 'reverse', 'version', 'yValue']);
  });
});

const keyIds = fc.oneof(
  fc.string({ unit: 'binary' }).map((name) => `metric:${name}`),
  fc.constantFrom('default:Step', 'config:a.b', 'config:__proto__', 'metric:\ud800', 'metric:__proto__'),
);
const anyKeySettings = fc.record(
  {
    method: fc.oneof(fc.constantFrom(...bucketMethods), fc.jsonValue()),
    edges: fc.oneof(fc.array(fc.double()), fc.jsonValue()),
    domain: fc.oneof(fc.tuple(fc.option(fc.double()), fc.option(fc.double())), fc.jsonValue()),
    pivot: fc.oneof(fc.double(), fc.jsonValue()),
    bucketOverrides: fc.oneof(fc.dictionary(fc.string(), fc.record({ color: fc.constantFrom('#123', '#abcdef', 'red'), name: fc.string() })), fc.jsonValue()),
    categoryOrder: fc.oneof(fc.array(fc.string()), fc.jsonValue()),
    filter: fc.oneof(fc.tuple(fc.double(), fc.double()), fc.jsonValue()),
    symmetric: fc.boolean(),
  },
  { requiredKeys: [] },
);
const anySettings = fc.record(
  {
    version: fc.constantFrom(1, 2, null),
    mode: fc.constantFrom('key', 'original', 'x'),
    key: fc.oneof(keyIds, fc.jsonValue()),
    yValue: fc.constantFrom('latest', 'max', 'min', 3),
    bucketCount: fc.oneof(fc.double(), fc.integer({ min: 0, max: 10 })),
    palette: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('"', '{', '\udc00', { light: ['#fff', '#000'], dark: ['#000', '#fff'] }), fc.jsonValue()),
    reverse: fc.boolean(),
    dashKey: fc.option(keyIds),
    categoricalPalette: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()),
    originalSeed: fc.oneof(fc.nat(), fc.double(), fc.jsonValue()),
    runColors: fc.dictionary(fc.string({ unit: 'binary' }), fc.constantFrom('#123', '#abcdef', 'red')),
    byKey: fc.dictionary(keyIds, anyKeySettings),
  },
  { requiredKeys: [] },
);

describe('parseColorSettings for any input', () => {
  it('never throws, and its own settings have no problems', () => {
    fc.assert(
      fc.property(fc.oneof(anySettings, fc.jsonValue(), fc.anything()), (input) => {
        const { settings } = parseColorSettings(input);
        expect(parseColorSettings(settings)).toEqual({ settings, problems: [] });
        expect(settings.bucketCount).toBe(normalizeBucketCount(settings.bucketCount));
      }),
      { numRuns: 500 },
    );
  });

  it('gives settings that a URL and JSON carry unchanged', () => {
    fc.assert(
      fc.property(anySettings, (input) => {
        const { settings } = parseColorSettings(input);
        expect(colorSettingsFromSearchParams(colorSettingsToSearchParams(settings).toString())).toEqual({ settings, problems: [] });
        expect(parseColorSettings(JSON.parse(JSON.stringify(settings)))).toEqual({ settings, problems: [] });
      }),
      { numRuns: 500 },
    );
  });
});
