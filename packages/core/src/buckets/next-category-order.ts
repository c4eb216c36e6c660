import type { RunColumn } from '../keys/run-column.js';
import type { KeySettings } from '../settings/color-settings.js';
import { slotOrder } from './category-order.js';
import { distinctCategories, shownCategories } from './shown-categories.js';

/**
 * What to keep as `KeySettings.categoryOrder`, so that categories keep their colour slots: the remembered order with the newly seen
 * categories at its end. The same list as before when nothing is new, and for numbers and an ordered Key, whose order only its user
 * changes.
 */
export function nextCategoryOrder(column: RunColumn, settings: KeySettings = {}): readonly string[] {
  const remembered = settings.categoryOrder ?? noOrder;
  if (!('categoryIds' in column) || settings.ordered) return remembered;
  const shownIds = shownCategories(distinctCategories(column), settings).map(({ id }) => id);
  const next = slotOrder(column.type, shownIds, remembered);
  return next.length === remembered.length ? remembered : next;
}

const noOrder: readonly string[] = [];
