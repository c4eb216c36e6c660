import type { CategoryColumn } from '../keys/run-column.js';
import type { KeySettings } from '../settings/color-settings.js';
import { countNotUsed, mixedTypes, noValues } from './bucket-notices.js';
import type { BucketNotice, Bucketing } from './bucketing.js';
import { slotOrder, type Category } from './category-order.js';
import { createBucketing, noValueDrafts, type BucketDraft } from './create-bucketing.js';
import { distinctCategories, shownCategories } from './shown-categories.js';

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
