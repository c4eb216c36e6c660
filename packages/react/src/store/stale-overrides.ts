import { bucketColumn, keySettingsOf, parseKeyId, readColumn, withKeySettings, type ColorSettings, type KeyId, type Run } from '@runhue/core';
import { sameContent } from './same-content.js';

/** Whose values the edges follow. */
export interface EdgeSource {
  readonly runs: readonly Run[];
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
      if (sameContent(edgesOf(chosen, id, source), edgesOf(before, id, source))) return kept;
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

/** The ends of the ranges as these settings cut them; nothing where colours are continuous. */
function edgesOf(settings: ColorSettings, id: KeyId, { runs, hiddenRuns }: EdgeSource): readonly number[] {
  const visibleIds = runs.filter((run) => !hiddenRuns.has(run.id)).map((run) => run.id);
  return bucketColumn(readColumn(runs, id, settings.yValue), settings, { visibleIds }).edges;
}
