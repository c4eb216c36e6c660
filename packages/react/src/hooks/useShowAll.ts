import { withKeySettings } from '@runhue/core';
import { useCallback } from 'react';
import { useRunhueContext } from '../RunhueContext.js';
import { changeView } from '../store/runhue-store.js';
import { emptyHiddenBuckets } from '../store/view-state.js';
import { useReadDerived } from './useDerived.js';

/** Shows every run, bucket and dash pattern again, and the whole range of the colour bar. */
export function useShowAll(): () => void {
  const { store, changeSettings } = useRunhueContext();
  const read = useReadDerived();
  return useCallback(() => {
    const { keyId, kind } = read().coloring.bucketing;
    changeView(store, { hiddenRuns: new Set(), hiddenBuckets: emptyHiddenBuckets, hiddenDashes: emptyHiddenBuckets });
    if (kind === 'continuous') changeSettings((current) => withKeySettings(current, keyId, { filter: undefined }));
  }, [store, changeSettings, read]);
}
