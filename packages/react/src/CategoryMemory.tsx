import { keySettingsOf, nextCategoryOrder, withKeySettings } from '@runhue/core';
import { useEffect } from 'react';
import { useColoring } from './hooks/useColoring.js';
import { useRunhueContext } from './RunhueContext.js';
import { replaceSettings } from './store/runhue-store.js';

/** Remembers the colour slot of each category when it is first seen, so that later values never reshuffle colours. */
export function CategoryMemory(): null {
  const { store } = useRunhueContext();
  const { bucketing, key } = useColoring();
  useEffect(() => {
    if (bucketing.kind !== 'category' || key === null || bucketing.keyId !== key) return;
    const { settings } = store.getState();
    const { categoryOrder = [] } = keySettingsOf(settings, key);
    const next = nextCategoryOrder(bucketing.column, keySettingsOf(settings, key));
    if (next.length > categoryOrder.length) replaceSettings(store, withKeySettings(settings, key, { categoryOrder: next }));
  }, [store, bucketing, key]);
  return null;
}
