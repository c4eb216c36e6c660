import {
  bucketColumn,
  colorBuckets,
  listKeys,
  originalStyle,
  readColumn,
  resolveKey,
  type Bucketing,
  type BucketStyle,
  type ColorSettings,
  type KeyEntry,
  type KeyId,
  type Run,
  type RunColumn,
  type RunId,
  type Theme,
} from '@runhue/core';
import { bucketByRun } from './bucket-by-run.js';
import { createStage } from './stage.js';
import { coloringSignature, hiddenBucketsFor } from './visibility.js';
import type { HiddenBuckets, Highlight, ViewState } from './view-state.js';

/** Display names of keys, by name (`acc`) or by id (`metric:acc`). */
export type KeyLabels = Readonly<Record<string, string>>;

/** What the colours follow from. */
export interface ColoringInput {
  readonly runs: readonly Run[];
  readonly keyLabels: KeyLabels | undefined;
  readonly settings: ColorSettings;
  readonly theme: Theme;
  /** Runs hidden one by one; they count only when the scope is `visible`. */
  readonly hiddenRuns: ReadonlySet<RunId>;
}

/** What runs look like and why. */
export interface Coloring {
  readonly entries: readonly KeyEntry[];
  /** The Key in force: the chosen one, else the first varying metric; null when there is none. */
  readonly key: KeyId | null;
  /** Its line in the catalogue; null when no run has the Key. */
  readonly entry: KeyEntry | null;
  /** Under `original` colours, one bucket per run. */
  readonly bucketing: Bucketing;
  /** By bucket index. */
  readonly styles: readonly BucketStyle[];
  /** Bucket ids keep their meaning while this stays the same. */
  readonly signature: string;
}

/** Which runs are shown. */
export interface Visibility {
  readonly hiddenRuns: ReadonlySet<RunId>;
  readonly hiddenBuckets: HiddenBuckets;
  readonly hiddenCount: number;
  isVisible(runId: RunId): boolean;
}

/** What stands out. */
export interface Highlighted {
  /** The one run that is highlighted, else null. */
  readonly runId: RunId | null;
  /** The bucket that is highlighted as a whole, else null. */
  readonly bucketId: string | null;
  /** Every highlighted run that is shown; null when there is none. */
  readonly runIds: ReadonlySet<RunId> | null;
}

/** The pipeline of one provider: runs → keys → column → buckets → colours, each step remembered. */
export interface Derivation {
  coloring(input: ColoringInput): Coloring;
  visibility(coloring: Coloring, view: Pick<ViewState, 'hiddenRuns' | 'hiddenBuckets'>): Visibility;
  highlighted(bucketing: Bucketing, visibility: Visibility, highlight: Highlight | null): Highlighted;
}

export function createDerivation(): Derivation {
  const entriesStage = createStage<readonly KeyEntry[]>();
  const columnStage = createStage<RunColumn>();
  const keyBucketingStage = createStage<Bucketing>();
  const runBucketingStage = createStage<Bucketing>();
  const stylesStage = createStage<readonly BucketStyle[]>();
  const coloringStage = createStage<Coloring>();
  const visibleIdsStage = createStage<ReadonlySet<RunId>>();
  const visibilityStage = createStage<Visibility>();
  const highlightedStage = createStage<Highlighted>();

  function bucketByKey(key: KeyId, { runs, settings, hiddenRuns }: ColoringInput): Bucketing {
    const column = columnStage([runs, key, settings.yValue], () => readColumn(runs, key, settings.yValue));
    const hidden = settings.scope === 'visible' ? hiddenRuns : null;
    const visibleIds = hidden && visibleIdsStage([runs, hidden], () => shownIds(runs, hidden));
    return keyBucketingStage([column, settings.bucketCount, settings.byKey[key], visibleIds], () =>
      bucketColumn(column, settings, visibleIds ? { visibleIds } : {}),
    );
  }

  return {
    coloring(input) {
      const { runs, keyLabels, settings, theme } = input;
      const entries = entriesStage([runs, keyLabels], () => listKeys(runs, keyLabels ? { keyLabels } : {}));
      const key = resolveKey(settings.key, entries);
      const byKey = settings.mode === 'key' && key !== null;
      const bucketing = byKey ? bucketByKey(key, input) : runBucketingStage([runs], () => bucketByRun(runs));
      const { palette, reverse, runColors } = settings;
      const styles = stylesStage([bucketing, byKey, palette, reverse, byKey ? settings.byKey[key] : runColors, theme], () =>
        byKey
          ? colorBuckets(bucketing, settings, { theme })
          : bucketing.column.runIds.map((id) => originalStyle(id, { theme, runColors })),
      );
      const signature = coloringSignature(settings, key);
      return coloringStage([entries, key, bucketing, styles, signature], () => ({
        entries,
        key,
        entry: entries.find((entry) => entry.id === key) ?? null,
        bucketing,
        styles,
        signature,
      }));
    },
    visibility({ bucketing, signature }, view) {
      const hiddenBuckets = hiddenBucketsFor(view.hiddenBuckets, signature);
      return visibilityStage([bucketing, view.hiddenRuns, hiddenBuckets], () =>
        createVisibility(bucketing, view.hiddenRuns, hiddenBuckets),
      );
    },
    highlighted(bucketing, visibility, highlight) {
      return highlightedStage([bucketing, visibility, highlight], () => findHighlighted(bucketing, visibility, highlight));
    },
  };
}

function shownIds(runs: readonly Run[], hidden: ReadonlySet<RunId>): ReadonlySet<RunId> {
  return new Set(runs.filter((run) => !hidden.has(run.id)).map((run) => run.id));
}

function createVisibility(bucketing: Bucketing, hiddenRuns: ReadonlySet<RunId>, hiddenBuckets: HiddenBuckets): Visibility {
  const bucketHidden = bucketing.buckets.map((bucket) => hiddenBuckets.ids.has(bucket.id));
  const isVisible = (runId: RunId): boolean => {
    const index = bucketing.indexOf(runId);
    return index >= 0 && !hiddenRuns.has(runId) && !bucketHidden[index];
  };
  const hiddenCount = bucketing.column.runIds.filter((id) => !isVisible(id)).length;
  return { hiddenRuns, hiddenBuckets, hiddenCount, isVisible };
}

function findHighlighted(bucketing: Bucketing, { isVisible }: Visibility, highlight: Highlight | null): Highlighted {
  if (highlight?.kind === 'run') {
    return { runId: highlight.id, bucketId: null, runIds: isVisible(highlight.id) ? new Set([highlight.id]) : null };
  }
  const bucket = highlight && bucketing.buckets.find(({ id }) => id === highlight.id);
  if (!bucket) return { runId: null, bucketId: null, runIds: null };
  const ids = bucketing.column.runIds.filter((id, i) => bucketing.bucketIndices[i] === bucket.index && isVisible(id));
  return { runId: null, bucketId: bucket.id, runIds: ids.length > 0 ? new Set(ids) : null };
}
