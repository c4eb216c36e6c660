import { keySettingsOf, nextCategoryOrder, withKeySettings, type Bucketing } from '@runhue/core';
import { useEffect } from 'react';
import { useColoring } from './hooks/useColoring.js';
import { useRunhueContext } from './RunhueContext.js';
import { replaceSettings, type RunhueStore } from './store/runhue-store.js';

/** Remembers the colour slot and dash of each category when it is first seen, so that later values never reshuffle them. */
export function CategoryMemory(): null {
  const { store } = useRunhueContext();
  const { bucketing, key, dashing } = useColoring();
  const dashBucketing = dashing?.bucketing ?? null;
  useEffect(() => {
    if (key !== null && bucketing.keyId === key) remember(store, bucketing);
  }, [store, bucketing, key]);
  useEffect(() => {
    if (dashBucketing) remember(store, dashBucketing);
  }, [store, dashBucketing]);
  return null;
}

function remember(store: RunhueStore, { kind, keyId, column }: Bucketing): void {
  if (kind !== 'category') return;
  const { settings } = store.getState();
  const own = keySettingsOf(settings, keyId);
  const next = nextCategoryOrder(column, own);
  if (next.length > (own.categoryOrder ?? []).length) replaceSettings(store, withKeySettings(settings, keyId, { categoryOrder: next }));
}
