import type { NumberColumn } from '../keys/run-column.js';
import type { KeySettings } from '../settings/color-settings.js';
import type { BucketNotice } from './bucketing.js';
import { equalWidthEdges } from './equal-width-edges.js';
import type { NumberScope } from './number-scope.js';

/** Edges by the settings' method. */
export interface MethodEdges {
  readonly edges: readonly number[];
  /** How many buckets the method was to make. */
  readonly asked: number;
  readonly notices: readonly BucketNotice[];
}

/** Interior edges of a column's values in a scope by the settings' method. */
export function methodEdges(_column: NumberColumn, _own: KeySettings, count: number, scope: NumberScope): MethodEdges {
  return { edges: equalWidthEdges(scope.domain[0], scope.domain[1], count), asked: count, notices: [] };
}
