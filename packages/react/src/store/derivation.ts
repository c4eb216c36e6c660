import {
  bucketColumn,
  bucketDashColumn,
  colorBuckets,
  keySettingsOf,
  listKeys,
  originalStyle,
  readColumn,
  resolveKey,
  type Bucketing,
  type BucketStyle,
  type ColorOptions,
  type ColorSettings,
  type KeyEntry,
  type KeyId,
  type KeySettings,
  type Run,
  type RunColumn,
  type RunId,
} from '@runhue/core';
import { bucketByRun } from './bucket-by-run.js';
import type { Coloring, ColoringInput, Dashing } from './coloring.js';
import { findHighlighted, type Highlighted } from './highlighted.js';
import { runStyles, withDashes } from './run-styles.js';
import { createStage } from './stage.js';
import { coloringSignature, dashSignature, hiddenBucketsFor } from './visibility.js';
import type { ViewState } from './view-state.js';
import { createVisibility, filteredRuns, type Visibility } from './visible-runs.js';

/** The pipeline of one provider: runs → keys → column → buckets → colours, each step remembered. */
export interface Derivation {
  coloring(input: ColoringInput): Coloring;
  visibility(coloring: Coloring, settings: ColorSettings, view: Pick<ViewState, 'hiddenRuns' | 'hiddenBuckets' | 'hiddenDashes'>): Visibility;
  highlighted(coloring: Coloring, visibility: Visibility, view: Pick<ViewState, 'highlight' | 'selectedRuns'>): Highlighted;
}

export function createDerivation(): Derivation {
  const entriesStage = createStage<readonly KeyEntry[]>();
  const runBucketingStage = createStage<Bucketing>();
  const bucketByKey = createBucketStages(bucketColumn);
  const bucketByDashKey = createBucketStages(bucketDashColumn);
  const dashingStage = createStage<Dashing>();
  const stylesStage = createStage<readonly BucketStyle[]>();
  const optionsStage = createStage<ColorOptions>();
  const styleOfStage = createStage<Coloring['styleOf']>();
  const coloringStage = createStage<Coloring>();
  const filterStage = createStage<ReadonlySet<RunId>>();
  const visibilityStage = createStage<Visibility>();
  const highlightedStage = createStage<Highlighted>();

  function dashingOf(input: ColoringInput, entries: readonly KeyEntry[]): Dashing | null {
    const keyId = input.settings.dashKey;
    if (keyId === null) return null;
    const bucketing = bucketByDashKey(keyId, input);
    const signature = dashSignature(input.settings);
    return dashingStage([entries, bucketing, signature], () => ({
      entry: entries.find(({ id }) => id === keyId) ?? null,
      keyId,
      bucketing,
      signature,
    }));
  }

  return {
    coloring(input) {
      const { runs, keyLabels, settings, theme, palettes, contrast, forcedColors } = input;
      const entries = entriesStage([runs, keyLabels], () => listKeys(runs, keyLabels ? { keyLabels } : {}));
      const key = resolveKey(settings.key, entries);
      const byKey = settings.mode === 'key' && key !== null;
      const bucketing = byKey ? bucketByKey(key, input) : runBucketingStage([runs], () => bucketByRun(runs));
      const dashing = dashingOf(input, entries);
      const options = optionsStage([theme, palettes, contrast], () => ({ theme, contrast, ...(palettes ? { palettes } : {}) }));
      const dashUse = dashing ? 'second-key' : forcedColors && bucketing.kind !== 'continuous' ? 'buckets' : 'own';
      const { palette, reverse, runColors, originalSeed: seed, categoricalPalette } = settings;
      const choices = byKey ? [palette, reverse, ...coloringFields(keySettingsOf(settings, key))] : [runColors, seed, ...noFields];
      const styles = stylesStage([bucketing, byKey, options, dashUse, categoricalPalette, ...choices], () =>
        withDashes(
          byKey
            ? colorBuckets(bucketing, settings, options)
            : bucketing.column.runIds.map((id) => originalStyle(id, { ...options, seed, palette: categoricalPalette, runColors })),
          bucketing,
          dashUse,
        ),
      );
      const styleOf = styleOfStage([bucketing, styles, dashing?.bucketing, runColors, options], () =>
        runStyles({ bucketing, styles, dashing: dashing?.bucketing ?? null, settings, options }),
      );
      const signature = coloringSignature(settings, key);
      return coloringStage([entries, key, bucketing, styles, styleOf, dashing, signature], () => ({
        entries,
        key,
        entry: entries.find((entry) => entry.id === key) ?? null,
        bucketing,
        styles,
        dashing,
        styleOf,
        signature,
      }));
    },
    visibility(coloring, settings, { hiddenRuns, ...view }) {
      const { bucketing, dashing, signature } = coloring;
      const hiddenBuckets = hiddenBucketsFor(view.hiddenBuckets, signature);
      const hiddenDashes = hiddenBucketsFor(view.hiddenDashes, dashing?.signature ?? null);
      const filter = keySettingsOf(settings, bucketing.keyId).filter ?? null;
      const filtered = filterStage([bucketing, filter], () => filteredRuns(bucketing, filter));
      return visibilityStage([bucketing, dashing?.bucketing, hiddenRuns, hiddenBuckets, hiddenDashes, filtered], () =>
        createVisibility(coloring, { hiddenRuns, hiddenBuckets, hiddenDashes, filtered }),
      );
    },
    highlighted(coloring, visibility, { highlight, selectedRuns }) {
      return highlightedStage([coloring.bucketing, coloring.dashing, visibility, highlight, selectedRuns], () =>
        findHighlighted(coloring, visibility, { highlight, selectedRuns }),
      );
    },
  };
}

type BucketMaker = typeof bucketColumn;
type BucketStages = (key: KeyId, input: ColoringInput) => Bucketing;

/** Column and buckets of a Key, each remembered. What the colour bar keeps changes neither. */
function createBucketStages(bucket: BucketMaker): BucketStages {
  const columnStage = createStage<RunColumn>();
  const visibleIdsStage = createStage<ReadonlySet<RunId>>();
  const bucketingStage = createStage<Bucketing>();
  return (key, { runs, settings, hiddenRuns }) => {
    const column = columnStage([runs, key, settings.yValue], () => readColumn(runs, key, settings.yValue));
    const hidden = settings.scope === 'visible' ? hiddenRuns : null;
    const visibleIds = hidden && visibleIdsStage([runs, hidden], () => shownIds(runs, hidden));
    const own = coloringFields(keySettingsOf(settings, key));
    return bucketingStage([column, settings.bucketCount, visibleIds, ...own], () =>
      bucket(column, settings, visibleIds ? { visibleIds } : {}),
    );
  };
}

/** What colours follow from among the choices for a Key: all but the range that the colour bar keeps. */
function coloringFields(own: KeySettings): readonly unknown[] {
  const { method, edges, domain, pivot, symmetric, bucketOverrides, categoryOrder, ordered } = own;
  return [method, edges, domain, pivot, symmetric, bucketOverrides, categoryOrder, ordered];
}

const noFields = coloringFields({});

function shownIds(runs: readonly Run[], hidden: ReadonlySet<RunId>): ReadonlySet<RunId> {
  return new Set(runs.filter((run) => !hidden.has(run.id)).map((run) => run.id));
}
