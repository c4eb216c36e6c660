import { bucketColumn, keySettingsOf, parseKeyId, withKeySettings, type ColorSettings, type KeyId, type RunColumn, type YValue } from '@runhue/core';
import { sameContent } from './same-content.js';

/** Whose values the edges follow. */
export interface EdgeSource {
  /** The column of a Key; null where it is not at hand. */
  readonly columnOf: (keyId: KeyId, yValue: YValue) => RunColumn | null;
  readonly hiddenRuns: ReadonlySet<string>;
}

/**
 * A choice's settings without the names and colours of ranges whose edges it moved: another count, method, Y value or domain makes other
 * ranges, and "best" would lie on one that it was not given to. Those of categories stay, as do all where the choice itself edits edges one
 * by one (split, merge, move) or says what the overrides are.
 */
export function withoutStaleOverrides(chosen: ColorSettings, before: ColorSettings, source: EdgeSource): ColorSettings {
  return Object.keys(before.byKey)
    .filter((id): id is KeyId => parseKeyId(id) !== null)
    .reduce((kept, id) => {
      const { bucketOverrides } = keySettingsOf(chosen, id);
      if (!bucketOverrides || !mayBeStale(chosen, before, id)) return kept;
      const staying = Object.entries(bucketOverrides).filter(([bucket]) => !/^(range|value):/.test(bucket));
      if (staying.length === Object.keys(bucketOverrides).length) return kept;
      const edges = edgesOf(chosen, id, source);
      if (edges && sameContent(edges, edgesOf(before, id, source))) return kept;
      return withKeySettings(kept, id, { bucketOverrides: staying.length > 0 ? Object.fromEntries(staying) : undefined });
    }, chosen);
}

function mayBeStale(chosen: ColorSettings, before: ColorSettings, id: KeyId): boolean {
  const [own, was] = [keySettingsOf(chosen, id), keySettingsOf(before, id)];
  const isEdited = own.method === 'custom' && !sameContent(own.edges, was.edges);
  if (isEdited || !sameContent(own.bucketOverrides, was.bucketOverrides)) return false;
  return (
    own !== was || chosen.bucketCount !== before.bucketCount || chosen.yValue !== before.yValue || chosen.scope !== before.scope
  );
}

/** The ends of the ranges as these settings cut them; nothing where colours are continuous, null where the values are not at hand. */
function edgesOf(settings: ColorSettings, id: KeyId, { columnOf, hiddenRuns }: EdgeSource): readonly number[] | null {
  const column = columnOf(id, settings.yValue);
  return column && bucketColumn(column, settings, { hiddenIds: hiddenRuns }).edges;
}
