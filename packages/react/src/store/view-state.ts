import type { RunId } from '@runhue/core';

/** What the pointer or the focus is on: a run, a whole bucket, or all runs with one dash pattern. */
export type Highlight =
  | { readonly kind: 'run'; readonly id: RunId }
  | { readonly kind: 'bucket'; readonly id: string }
  | { readonly kind: 'dash'; readonly id: string };

/** Buckets hidden in the legend. They belong to one colouring: another Key, Y value, method, count, scope or domain starts with all shown. */
export interface HiddenBuckets {
  /** `coloringSignature` of the settings they were hidden under. */
  readonly of: string;
  /** What is hidden while none is isolated. */
  readonly ids: ReadonlySet<string>;
  /** The only bucket that is shown, whatever buckets come later; null when none is isolated. */
  readonly isolated: string | null;
}

/** Where the settings drawer stands. */
export type DrawerPage = 'root' | 'runs' | 'data';

/** What a user is looking at right now. Never saved, never undone. */
export interface ViewState {
  readonly hiddenRuns: ReadonlySet<RunId>;
  readonly hiddenBuckets: HiddenBuckets;
  /** The same for the second Key's dash patterns. */
  readonly hiddenDashes: HiddenBuckets;
  readonly highlight: Highlight | null;
  /** Runs that stay highlighted in every plot until they are clicked again. */
  readonly selectedRuns: ReadonlySet<RunId>;
  readonly drawerOpen: boolean;
  readonly drawerPage: DrawerPage;
  /** Shown part of the x axis per x-axis name; absent: all of it. Plots with the same x axis zoom together. */
  readonly xWindows: Readonly<Record<string, readonly [number, number]>>;
  /** Shown part of the y axis per plot and metric; absent: all of it. */
  readonly yWindows: Readonly<Record<string, readonly [number, number]>>;
  /** Where the pointer is on an x axis, shown in every plot that has it. */
  readonly cursor: { readonly xAxis: string; readonly x: number } | null;
}

export const emptyHiddenBuckets: HiddenBuckets = { of: '', ids: new Set(), isolated: null };

export const initialView: ViewState = {
  hiddenRuns: new Set(),
  hiddenBuckets: emptyHiddenBuckets,
  hiddenDashes: emptyHiddenBuckets,
  highlight: null,
  selectedRuns: new Set(),
  drawerOpen: false,
  drawerPage: 'root',
  xWindows: {},
  yWindows: {},
  cursor: null,
};
