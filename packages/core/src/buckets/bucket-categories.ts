import type { CategoryColumn } from '../keys/run-column.js';
import type { KeySettings } from '../settings/color-settings.js';
import { countNotUsed, mixedTypes, noValues } from './bucket-notices.js';
import type { BucketNotice, Bucketing } from './bucketing.js';
import { compareCategories, inUserOrder, slotOrder, type Category } from './category-order.js';
import { createBucketing, noValueDrafts, type BucketDraft } from './create-bucketing.js';

/** Most categories with a bucket each: beyond, the last bucket is `other`. */
const categoryLimit = 12;
const orderedCategoryLimit = 8;

/** One bucket per distinct value in natural order; beyond the limit the most frequent ones and `other`. */
export function bucketCategories(column: CategoryColumn, own: KeySettings): Bucketing {
  const categories = distinctCategories(column);
  const shown = shownCategories(categories, own);
  const otherCount = categories.length - shown.length;
  const drafts = [...categoryDrafts(column, shown, own), ...otherDrafts(otherCount)];
  const { indices, missingCount, nonFiniteCount } = classifyCategories(column, shown, otherCount > 0);

  const notices: BucketNotice[] = [];
  if (categories.length > 0) notices.push(countNotUsed(categories.length));
  else notices.push(noValues(column.runIds.length));
  if (column.type === 'mixed') notices.push(mixedTypes(categories.length));
  return createBucketing(
    {
      kind: 'category',
      column,
      drafts: [...drafts, ...noValueDrafts(missingCount, nonFiniteCount)],
      edges: [],
      extent: null,
      domain: null,
      edgeFormat: null,
      bucketIndices: indices,
      notices,
    },
    own,
  );
}

function distinctCategories({ values, categoryIds }: CategoryColumn): Category[] {
  const byId = new Map<string, { id: string; value: string | number | boolean; count: number }>();
  for (let i = 0; i < values.length; i += 1) {
    const id = categoryIds[i] ?? null;
    const value = values[i] ?? null;
    if (id === null || value === null) continue;
    const known = byId.get(id);
    if (known) known.count += 1;
    else byId.set(id, { id, value, count: 1 });
  }
  return [...byId.values()].sort(compareCategories);
}

function shownCategories(categories: readonly Category[], { ordered, categoryOrder }: KeySettings): readonly Category[] {
  const limit = ordered ? orderedCategoryLimit : categoryLimit;
  const inOrder = ordered ? inUserOrder(categories, categoryOrder ?? []) : categories;
  if (categories.length <= limit) return inOrder;
  const byFrequency = categories.toSorted((a, b) => b.count - a.count || compareCategories(a, b));
  const kept = new Set(byFrequency.slice(0, limit - 1));
  return inOrder.filter((category) => kept.has(category));
}

function categoryDrafts({ type }: CategoryColumn, shown: readonly Category[], own: KeySettings): BucketDraft[] {
  const ids = shown.map(({ id }) => id);
  const slots = new Map(slotOrder(type, ids, own.categoryOrder ?? []).map((id, slot) => [id, slot]));
  return shown.map(({ id, value }) => ({
    id: `category:${id}`,
    kind: 'category',
    value,
    categoryId: id,
    slot: own.ordered ? null : (slots.get(id) ?? null),
  }));
}

function otherDrafts(categoryCount: number): BucketDraft[] {
  return categoryCount > 0 ? [{ id: 'other', kind: 'other', categoryCount }] : [];
}

function classifyCategories(
  { values, categoryIds, nonFinite }: CategoryColumn,
  shown: readonly Category[],
  hasOther: boolean,
): { indices: Uint16Array; missingCount: number; nonFiniteCount: number } {
  const indexById = new Map(shown.map(({ id }, index) => [id, index]));
  const missingIndex = shown.length + Number(hasOther);
  const indices = new Uint16Array(values.length);
  const isNonFinite = (i: number): boolean => Boolean(nonFinite?.[i]);
  let missingCount = 0;
  let nonFiniteCount = 0;
  for (let i = 0; i < values.length; i += 1) {
    const id = categoryIds[i] ?? null;
    if (isNonFinite(i)) nonFiniteCount += 1;
    else if (id === null) missingCount += 1;
    indices[i] = id === null ? missingIndex : (indexById.get(id) ?? shown.length);
  }
  const nonFiniteIndex = missingIndex + Number(missingCount > 0);
  for (let i = 0; nonFiniteCount > 0 && i < values.length; i += 1) if (isNonFinite(i)) indices[i] = nonFiniteIndex;
  return { indices, missingCount, nonFiniteCount };
}
