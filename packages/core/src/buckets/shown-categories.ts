import type { CategoryColumn } from '../keys/run-column.js';
import type { KeySettings } from '../settings/color-settings.js';
import { compareCategories, inUserOrder, type Category } from './category-order.js';

/** Most categories with a bucket each; beyond, the last bucket is `other`. */
const categoryLimit = 12;
const orderedCategoryLimit = 8;

const knownCategories = new WeakMap<CategoryColumn, readonly Category[]>();

/** The categories of a column in natural order; found once per column. */
export function distinctCategories(column: CategoryColumn): readonly Category[] {
  let known = knownCategories.get(column);
  if (!known) knownCategories.set(column, (known = findCategories(column)));
  return known;
}

function findCategories({ values, categoryIds }: CategoryColumn): Category[] {
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

/** Those that get a bucket of their own, in order: all, or the most frequent ones; of equally frequent ones the naturally first. */
export function shownCategories(categories: readonly Category[], { ordered, categoryOrder }: KeySettings): readonly Category[] {
  const limit = ordered ? orderedCategoryLimit : categoryLimit;
  const inOrder = ordered ? inUserOrder(categories, categoryOrder ?? []) : categories;
  if (categories.length <= limit) return inOrder;
  const byFrequency = categories.toSorted((a, b) => b.count - a.count || compareCategories(a, b));
  const kept = new Set(byFrequency.slice(0, limit - 1));
  return inOrder.filter((category) => kept.has(category));
}
