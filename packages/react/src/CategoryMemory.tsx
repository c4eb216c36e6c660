import { keySettingsOf, nextCategoryOrder, withKeySettings, type Bucketing } from '@runhue/core';
import { useEffect } from 'react';
import { useDerived } from './hooks/useDerived.js';
import { useRunhueContext } from './RunhueContext.js';
import type { Derived } from './store/derived.js';
import { replaceSettings, type RunhueStore } from './store/runhue-store.js';

/** Remembers the colour slot and dash of each category when it is first seen, so that later values never reshuffle them. */
export function CategoryMemory(): null {
  const { store } = useRunhueContext();
  const categories = useDerived(selectCategories);
  const dashCategories = useDerived(selectDashCategories);
  useEffect(() => {
    if (categories) remember(store, categories);
  }, [store, categories]);
  useEffect(() => {
    if (dashCategories) remember(store, dashCategories);
  }, [store, dashCategories]);
  return null;
}

function selectCategories({ coloring: { bucketing, key } }: Derived): Bucketing | null {
  return bucketing.kind === 'category' && bucketing.keyId === key ? bucketing : null;
}

function selectDashCategories({ coloring: { dashing } }: Derived): Bucketing | null {
  return dashing?.bucketing.kind === 'category' ? dashing.bucketing : null;
}

function remember(store: RunhueStore, { keyId, column }: Bucketing): void {
  const { settings } = store.getState();
  const own = keySettingsOf(settings, keyId);
  const next = nextCategoryOrder(column, own);
  if (next.length > (own.categoryOrder ?? []).length) replaceSettings(store, withKeySettings(settings, keyId, { categoryOrder: next }));
}
