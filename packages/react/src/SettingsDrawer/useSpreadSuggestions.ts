import { spreadSuggestions, type SpreadSuggestion } from '@runhue/core';
import { useMemo } from 'react';
import { useColoring } from '../hooks/useColoring.js';
import { useRunhueStore } from '../hooks/useRunhueStore.js';

/** What would spread the runs of the Key in force better over its buckets. */
export function useSpreadSuggestions(): readonly SpreadSuggestion[] {
  const { bucketing } = useColoring();
  const settings = useRunhueStore((state) => state.settings);
  const hiddenRuns = useRunhueStore((state) => state.view.hiddenRuns);
  return useMemo(() => {
    if (settings.mode !== 'key' || !bucketing.notices.some(({ code }) => code === 'crowded-bucket')) return [];
    return spreadSuggestions(bucketing.column, settings, { hiddenIds: hiddenRuns });
  }, [bucketing, settings, hiddenRuns]);
}
