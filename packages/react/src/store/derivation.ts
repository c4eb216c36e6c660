import {
  bucketDashColumn,
  bucketColumn,
  colorBuckets,
  keySettingsOf,
  listKeys,
  noValueColors,
  originalStyle,
  resolveKey,
  type Bucketing,
  type BucketStyle,
  type ColorOptions,
  type ColorSettings,
  type KeyEntry,
  type KeyId,
  type RunId,
} from '@runhue/core';
import { labelEntries } from '../source/source-answers.js';
import { bucketAllRuns, bucketNothing } from './bucket-all-runs.js';
import { bucketByRun } from './bucket-by-run.js';
import { coloringFields, createBucketStages, noFields } from './bucket-stages.js';
import type { Coloring, ColoringInput, Dashing } from './coloring.js';
import { findHighlighted, type Highlighted } from './highlighted.js';
import { runStyles, withDashes } from './run-styles.js';
import { createStage } from './stage.js';
import { coloringSignature, dashSignature, hiddenBucketsFor } from './visibility.js';
import type { ViewState } from './view-state.js';
import { createVisibility, type Visibility } from './visible-runs.js';

/** The pipeline of one provider: runs or a source's answers → keys → column → buckets → colours, each step remembered. */
export interface Derivation {
  coloring(input: ColoringInput): Coloring;
  visibility(coloring: Coloring, settings: ColorSettings, view: Pick<ViewState, 'hiddenRuns' | 'hiddenBuckets' | 'hiddenDashes'>): Visibility;
  highlighted(coloring: Coloring, visibility: Visibility, view: Pick<ViewState, 'highlight' | 'selectedRuns'>): Highlighted;
}

export function createDerivation(): Derivation {
  const entriesStage = createStage<readonly KeyEntry[]>();
  const runBucketingStage = createStage<Bucketing>();
  const nothingStage = createStage<Bucketing>();
  const bucketByKey = createBucketStages(bucketColumn);
  const bucketByDashKey = createBucketStages(bucketDashColumn);
  const dashingStage = createStage<Dashing>();
  const stylesStage = createStage<readonly BucketStyle[]>();
  const optionsStage = createStage<ColorOptions>();
  const styleOfStage = createStage<Coloring['styleOf']>();
  const coloringStage = createStage<Coloring>();
  const visibilityStage = createStage<Visibility>();
  const highlightedStage = createStage<Highlighted>();

  function entriesOf({ runs, answers, keyLabels }: ColoringInput): readonly KeyEntry[] {
    if (answers) return entriesStage([answers.entries, keyLabels], () => labelEntries(answers.entries, keyLabels));
    return entriesStage([runs, keyLabels], () => listKeys(runs, keyLabels ? { keyLabels } : {}));
  }

  function dashingOf(input: ColoringInput, entries: readonly KeyEntry[]): Dashing | null {
    const { settings, answers } = input;
    if (settings.dashKey === null || (answers && !answers.dashColumn)) return null;
    const bucketing = bucketByDashKey(settings.dashKey, input, answers?.dashColumn ?? null);
    const { keyId } = bucketing;
    const signature = dashSignature({ ...settings, dashKey: keyId });
    return dashingStage([entries, bucketing, signature], () => ({
      entry: entries.find(({ id }) => id === keyId) ?? null,
      keyId,
      bucketing,
      signature,
    }));
  }

  function keyBuckets(key: KeyId, input: ColoringInput): Bucketing {
    if (!input.answers || input.answers.column) return bucketByKey(key, input, input.answers?.column ?? null);
    return nothingStage([key], () => bucketNothing(key));
  }

  /** Without a Key: a bucket per run, or where runs are too many to list one for all. */
  function runBuckets({ runs, answers }: ColoringInput): Bucketing {
    if (!answers) return runBucketingStage([runs], () => bucketByRun(runs));
    const runIds = answers.column?.runIds ?? noIds;
    return runBucketingStage([runIds], () => bucketAllRuns(runIds));
  }

  return {
    coloring(input) {
      const { runs, answers, settings, theme, palettes, contrast, forcedColors } = input;
      const entries = entriesOf(input);
      // While the chosen Key's column is on its way, the Key before it stays in force.
      const key = answers?.column?.keyId ?? resolveKey(settings.key, entries);
      const byKey = settings.mode === 'key' && key !== null;
      const bucketing = byKey ? keyBuckets(key, input) : runBuckets(input);
      const dashing = dashingOf(input, entries);
      const options = optionsStage([theme, palettes, contrast], () => ({ theme, contrast, ...(palettes ? { palettes } : {}) }));
      const dashUse = dashing ? 'second-key' : forcedColors && bucketing.kind !== 'continuous' ? 'buckets' : 'own';
      const { palette, reverse, runColors, originalSeed: seed, categoricalPalette } = settings;
      const choices = byKey ? [palette, reverse, ...coloringFields(keySettingsOf(settings, key))] : [runColors, seed, ...noFields];
      const ownStyle = (id: RunId): BucketStyle => originalStyle(id, { ...options, seed, palette: categoricalPalette, runColors });
      const styles = stylesStage([bucketing, byKey, options, dashUse, categoricalPalette, ...choices], () => {
        if (byKey) return withDashes(colorBuckets(bucketing, settings, options), bucketing, dashUse);
        return answers ? bucketing.buckets.map(() => neutralStyle(options)) : withDashes(bucketing.column.runIds.map(ownStyle), bucketing, dashUse);
      });
      const styleOf = styleOfStage([bucketing, styles, dashing?.bucketing, runColors, options], () =>
        runStyles({ bucketing, styles, dashing: dashing?.bucketing ?? null, settings, options, perRun: !byKey && answers ? ownStyle : null }),
      );
      const signature = coloringSignature({ ...settings, yValue: answers?.column?.yValue ?? settings.yValue }, key);
      return coloringStage([entries, key, bucketing, styles, styleOf, dashing, signature, runs], () => ({
        entries,
        key,
        entry: entries.find((entry) => entry.id === key) ?? null,
        bucketing,
        styles,
        dashing,
        styleOf,
        signature,
        isPlain: byKey && bucketing.kind !== 'continuous' && !dashing && Object.keys(runColors).length === 0,
        knownIds: answers ? answers.knownIds : () => bucketing.column.runIds,
      }));
    },
    visibility(coloring, settings, { hiddenRuns, ...view }) {
      const { bucketing, dashing, signature } = coloring;
      const hiddenBuckets = hiddenBucketsFor(view.hiddenBuckets, signature);
      const hiddenDashes = hiddenBucketsFor(view.hiddenDashes, dashing?.signature ?? null);
      const filter = keySettingsOf(settings, bucketing.keyId).filter ?? null;
      return visibilityStage([bucketing, dashing?.bucketing, hiddenRuns, hiddenBuckets, hiddenDashes, filter], () =>
        createVisibility(coloring, { hiddenRuns, hiddenBuckets, hiddenDashes, filter }),
      );
    },
    highlighted(coloring, visibility, { highlight, selectedRuns }) {
      return highlightedStage([coloring.bucketing, coloring.dashing, visibility, highlight, selectedRuns], () =>
        findHighlighted(coloring, visibility, { highlight, selectedRuns }),
      );
    },
  };
}

const noIds: readonly RunId[] = [];

/** Of a bucket whose runs have colours of their own. */
function neutralStyle({ theme }: ColorOptions): BucketStyle {
  return { color: noValueColors[theme], dash: null, casing: null };
}
