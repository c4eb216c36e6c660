import { compareNatural } from '../keys/natural-order.js';
import type { RunColumn } from '../keys/run-column.js';

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
