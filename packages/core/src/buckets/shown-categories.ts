import type { CategoryColumn } from '../keys/run-column.js';
import type { KeySettings } from '../settings/color-settings.js';
import { compareCategories, inUserOrder, type Category } from './category-order.js';

/** Most categories with a bucket each; beyond, the last bucket is `other`. */
const categoryLimit = 12;
const orderedCategoryLimit = 8;

const knownCategories = new WeakMap<CategoryColumn, readonly Category[]>();

/** Beyond this, sorting every category by name takes longer than a person waits. */
const sortedLimit = 5000;

/** The categories of a column, in natural order up to 5,000 of them; found once per column. */
export function distinctCategories(column: CategoryColumn): readonly Category[] {
  return knownCategories.get(column) ?? atOnce(findCategories(column));
}

/** Finds what the buckets of a column of categories follow from, in steps of a few milliseconds, for columns of a million runs; `bucketColumn` then has it. */
export function* categorySteps(column: CategoryColumn): Generator<void, void, void> {
  const categories = knownCategories.get(column) ?? (yield* findCategories(column));
  if (categories.length > sortedLimit && !knownFrequent.has(categories)) yield* findMostFrequent(categories);
}

function atOnce<Result>(steps: Generator<void, Result, void>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Runs, or categories that are compared, between two steps. */
const runsPerStep = 8192;
const categoriesPerStep = 1024;

function* findCategories(column: CategoryColumn): Generator<void, readonly Category[], void> {
  const { values, categoryIds } = column;
  const byId = new Map<string, { id: string; value: string | number | boolean; count: number }>();
  for (let i = 0; i < values.length; i += 1) {
    if (i % runsPerStep === runsPerStep - 1) yield;
    const id = categoryIds[i] ?? null;
    const value = values[i] ?? null;
    if (id === null || value === null) continue;
    const known = byId.get(id);
    if (known) known.count += 1;
    else byId.set(id, { id, value, count: 1 });
  }
  const found = [...byId.values()];
  if (found.length <= sortedLimit) found.sort(compareCategories);
  knownCategories.set(column, found);
  return found;
}

/** Those that get a bucket of their own, in order: all, or the most frequent ones; of equally frequent ones the naturally first. */
export function shownCategories(categories: readonly Category[], { ordered, categoryOrder }: KeySettings): readonly Category[] {
  const limit = ordered ? orderedCategoryLimit : categoryLimit;
  if (categories.length > sortedLimit) {
    const kept = mostFrequent(categories).slice(0, limit - 1).sort(compareCategories);
    return ordered ? inUserOrder(kept, categoryOrder ?? []) : kept;
  }
  const inOrder = ordered ? inUserOrder(categories, categoryOrder ?? []) : categories;
  if (categories.length <= limit) return inOrder;
  const byFrequency = categories.toSorted(compareFrequency);
  const kept = new Set(byFrequency.slice(0, limit - 1));
  return inOrder.filter((category) => kept.has(category));
}

function compareFrequency(a: Category, b: Category): number {
  return b.count - a.count || compareCategories(a, b);
}

const knownFrequent = new WeakMap<readonly Category[], readonly Category[]>();

/** The first of all by frequency, without sorting the others; found once per list. */
function mostFrequent(categories: readonly Category[]): readonly Category[] {
  return knownFrequent.get(categories) ?? atOnce(findMostFrequent(categories));
}

function* findMostFrequent(categories: readonly Category[]): Generator<void, readonly Category[], void> {
  const kept: Category[] = [];
  for (const [i, category] of categories.entries()) {
    if (i % categoriesPerStep === categoriesPerStep - 1) yield;
    const last = kept[categoryLimit - 1];
    if (last && compareFrequency(category, last) > 0) continue;
    const place = kept.findIndex((other) => compareFrequency(category, other) < 0);
    kept.splice(place < 0 ? kept.length : place, 0, category);
    if (kept.length > categoryLimit) kept.pop();
  }
  knownFrequent.set(categories, kept);
  return kept;
}
