import { runPlaces, type RunId } from '@runhue/core';
import type { PlotLine } from './plot-line.js';

const known = new WeakMap<readonly PlotLine[], { readonly runIds: readonly RunId[]; readonly places: Int32Array }>();

/** Where each line's run stands in a column, −1 where it is not there; looked up once, not with each change of colours. */
export function linePlaces(lines: readonly PlotLine[], runIds: readonly RunId[]): Int32Array {
  let found = known.get(lines);
  if (found?.runIds !== runIds) {
    const { placeOf } = runPlaces(runIds);
    known.set(lines, (found = { runIds, places: Int32Array.from(lines, ({ runId }) => placeOf(runId)) }));
  }
  return found.places;
}
