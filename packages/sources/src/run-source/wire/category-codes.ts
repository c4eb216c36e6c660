import { RunSourceError, type CategoryColumn } from '@runhue/core';
import { numberBlock, textBlock, type Block, type BlockReader } from './blocks.js';
import { exactJson, parseExactJson, type Json } from './exact-json.js';

type Categories = Pick<CategoryColumn, 'values' | 'categoryIds'>;
type Category = readonly [value: string | number | boolean | null, id: string | null];

/** Distinct categories as JSON, and per run the place of its own; place 0 is "no value". */
export function categoryBlocks({ values, categoryIds }: Categories): readonly Block[] {
  const categories: Category[] = [[null, null]];
  const places = new Map<string | null, number>([[null, 0]]);
  const doublePlaces = new Map<string, number>();
  const codes = new Uint32Array(values.length);
  for (let i = 0; i < codes.length; i++) {
    const value = values[i] ?? null;
    const id = categoryIds[i] ?? null;
    let place = places.get(id);
    if (place === undefined) {
      place = categories.push([value, id]) - 1;
      places.set(id, place);
    } else if (!Object.is(categories[place]?.[0], value)) {
      // An id stands for one value, but a source that breaks this is carried faithfully.
      const key = exactJson([value, id]);
      place = doublePlaces.get(key) ?? categories.push([value, id]) - 1;
      doublePlaces.set(key, place);
    }
    codes[i] = place;
  }
  return [textBlock(exactJson(categories)), numberBlock(codes)];
}

export function readCategories(blocks: BlockReader): Categories {
  const json = parseExactJson(blocks.text(), 2);
  if (!Array.isArray(json)) throw new RunSourceError('garbled', 'a column has no list of categories');
  const categories = json.map(readCategory);
  const shown = categories.map(([value]) => value);
  const ids = categories.map(([, id]) => id);
  const codes = blocks.counts();
  const values: (string | number | boolean | null)[] = [];
  const categoryIds: (string | null)[] = [];
  // Of a million runs `Array.from` or `push` would take five times as long.
  values.length = categoryIds.length = codes.length;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    if (code >= categories.length) throw new RunSourceError('garbled', `a column has a category ${code} of ${categories.length}`);
    values[i] = shown[code] ?? null;
    categoryIds[i] = ids[code] ?? null;
  }
  return { values, categoryIds };
}

function readCategory(entry: Json): Category {
  const [value, id, ...more] = Array.isArray(entry) ? (entry as readonly Json[]) : [];
  const isShown = value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  if (isShown && (id === null || typeof id === 'string') && more.length === 0) return [value, id];
  throw new RunSourceError('garbled', 'a column has a category that is none');
}
