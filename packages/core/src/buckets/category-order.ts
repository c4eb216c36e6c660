import { compareNatural } from '../keys/natural-order.js';
import type { RunColumn } from '../keys/run-column.js';
import type { KeySettings } from '../settings/color-settings.js';
import type { Bucketing } from './bucketing.js';

/** A distinct value of a column and how many runs have it. */
export interface Category {
  readonly id: string;
  readonly value: string | number | boolean;
  readonly count: number;
}

/** Natural order of categories; text and lists that read alike are ordered by identity. */
export function compareCategories(a: Category, b: Category): number {
  return compareNatural(a.value, b.value) || (a.id < b.id ? -1 : Number(a.id > b.id));
}

/**
 * Categories in the order that a user gave: those of `order` as there, new ones before the first of them that naturally follows.
 * `categories` come in natural order.
 */
export function inUserOrder(categories: readonly Category[], order: readonly string[]): Category[] {
  const rank = new Map(order.map((id, i) => [id, i]));
  const placed = categories.filter(({ id }) => rank.has(id)).sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
  for (const category of categories.filter(({ id }) => !rank.has(id))) {
    const next = placed.findIndex((other) => compareCategories(category, other) < 0);
    placed.splice(next < 0 ? placed.length : next, 0, category);
  }
  return placed;
}

/** Category ids in slot order: the remembered ones first, whether present or not, then those seen for the first time. */
export function slotOrder(type: RunColumn['type'], shownIds: readonly string[], remembered: readonly string[]): string[] {
  const fixed = type === 'boolean' ? ['boolean:false', 'boolean:true'] : [];
  return [...new Set([...remembered, ...fixed, ...shownIds])];
}

/**
 * What to keep as `KeySettings.categoryOrder`, so that categories keep their colour slots: the remembered order with the newly seen
 * categories at its end. The same list as before when nothing is new, and for an ordered Key, whose order only its user changes.
 */
export function nextCategoryOrder(bucketing: Bucketing, settings: KeySettings = {}): readonly string[] {
  const remembered = settings.categoryOrder ?? noOrder;
  if (bucketing.kind !== 'category' || settings.ordered) return remembered;
  const shownIds = bucketing.buckets.flatMap(({ categoryId }) => (categoryId === null ? [] : [categoryId]));
  const next = slotOrder(bucketing.column.type, shownIds, remembered);
  return next.length === remembered.length ? remembered : next;
}

const noOrder: readonly string[] = [];
