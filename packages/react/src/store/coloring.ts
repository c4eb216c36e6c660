import type { Bucketing, BucketStyle, ColorSettings, KeyEntry, KeyId, Palette, Run, RunId, Theme } from '@runhue/core';
import type { SourceAnswers } from '../source/source-answers.js';

/** Display names of keys, by name (`acc`) or by id (`metric:acc`). */
export type KeyLabels = Readonly<Record<string, string>>;

/** What the colours follow from. */
export interface ColoringInput {
  readonly runs: readonly Run[];
  /** What a source has answered so far, for runs that are not at hand; null where they are. */
  readonly answers: SourceAnswers | null;
  readonly keyLabels: KeyLabels | undefined;
  readonly settings: ColorSettings;
  readonly theme: Theme;
  /** An app's own palettes. */
  readonly palettes: readonly Palette[] | undefined;
  readonly contrast: 'normal' | 'more';
  /** Whether the system replaces colours, so that dashes must carry what colours say. */
  readonly forcedColors: boolean;
  /** Runs hidden one by one; they count only when the scope is `visible`. */
  readonly hiddenRuns: ReadonlySet<RunId>;
}

/** The second Key: what the dash patterns mean. */
export interface Dashing {
  readonly entry: KeyEntry | null;
  readonly keyId: KeyId;
  readonly bucketing: Bucketing;
  /** Dash ids keep their meaning while this stays the same. */
  readonly signature: string;
}

/** What runs look like and why. */
export interface Coloring {
  readonly entries: readonly KeyEntry[];
  /** The Key in force: the chosen one, else the first varying metric; null when there is none. */
  readonly key: KeyId | null;
  /** Its line in the catalogue; null when no run has the Key. */
  readonly entry: KeyEntry | null;
  /** Under `original` colours, one bucket per run; with a source one for all runs. */
  readonly bucketing: Bucketing;
  /** By bucket index. */
  readonly styles: readonly BucketStyle[];
  /** The second Key, null when none is chosen. */
  readonly dashing: Dashing | null;
  /** What a run looks like; null for an unknown id. A user's own colour wins. */
  readonly styleOf: (runId: RunId) => BucketStyle | null;
  /** Whether every run looks as its bucket does. */
  readonly isPlain: boolean;
  /** Runs that any view shows: all of them, or of a source those that are drawn or listed. */
  readonly knownIds: () => Iterable<RunId>;
  /** Bucket ids keep their meaning while this stays the same. */
  readonly signature: string;
}
