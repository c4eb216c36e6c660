import { withKeySettings } from '@runhue/core';
import { useCallback } from 'react';
import { useRunhueContext } from '../RunhueContext.js';
import { changeView } from '../store/runhue-store.js';
import { emptyHiddenBuckets } from '../store/view-state.js';
import { useColoring } from './useColoring.js';

/** Shows every run, bucket and dash pattern again, and the whole range of the colour bar. */
export function useShowAll(): () => void {
  const { store, changeSettings } = useRunhueContext();
  const { keyId, kind } = useColoring().bucketing;
  return useCallback(() => {
    changeView(store, { hiddenRuns: new Set(), hiddenBuckets: emptyHiddenBuckets, hiddenDashes: emptyHiddenBuckets });
    if (kind === 'continuous') changeSettings((current) => withKeySettings(current, keyId, { filter: undefined }));
  }, [store, changeSettings, keyId, kind]);
}
