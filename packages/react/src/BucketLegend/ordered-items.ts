import type { LegendItem } from '@runhue/core';

/** High on top when vertical; runs without a value always last. Categories keep their order. */
export function orderedItems(items: readonly LegendItem[], orientation: 'vertical' | 'horizontal'): readonly LegendItem[] {
  if (orientation === 'horizontal') return items;
  const onScale = items.filter(({ bucket }) => bucket.kind === 'range' || bucket.kind === 'value');
  return [...onScale.reverse(), ...items.filter(({ bucket }) => bucket.kind !== 'range' && bucket.kind !== 'value')];
}
