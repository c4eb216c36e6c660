import { legendItems, type ColorSettings, type LegendItem } from '@runhue/core';
import type { Messages } from '../messages/messages.js';
import { allRunsBucket } from './bucket-all-runs.js';
import type { Coloring, ColoringInput } from './coloring.js';
import { createDerivation } from './derivation.js';
import type { Highlighted } from './highlighted.js';
import type { RunhueState } from './runhue-store.js';
import { createStage } from './stage.js';
import type { ViewState } from './view-state.js';
import type { Visibility } from './visible-runs.js';

/** What follows from the choices in a store; each part is worked out when it is first asked for. */
export interface Derived {
  readonly settings: ColorSettings;
  readonly view: ViewState;
  readonly coloring: Coloring;
  readonly visibility: Visibility;
  readonly highlighted: Highlighted;
  /** Of the legend; the same ones for all that show them. */
  readonly legendItems: readonly LegendItem[];
}

/** What a provider hands down that something follows from. */
export type Surroundings = Omit<ColoringInput, 'runs' | 'settings' | 'hiddenRuns'> & {
  readonly runSet: Pick<ColoringInput, 'runs'>;
  readonly messages: Messages;
  readonly locale: string;
};

/** Everything that follows, shared by all components of a provider: the same object for the same surroundings and state. */
export type Derive = (surroundings: Surroundings, state: Pick<RunhueState, 'settings' | 'view'>) => Derived;

export function createDerive(): Derive {
  const derivation = createDerivation();
  const derivedStage = createStage<Derived>();
  const itemsStage = createStage<readonly LegendItem[]>();

  function deriveLazily(surroundings: Surroundings, { settings, view }: Pick<RunhueState, 'settings' | 'view'>): Derived {
    const { runSet, answers, keyLabels, theme, palettes, contrast, forcedColors, messages, locale } = surroundings;
    let coloring: Coloring | null = null;
    let visibility: Visibility | null = null;
    return {
      settings,
      view,
      get coloring() {
        const { hiddenRuns } = view;
        return (coloring ??= derivation.coloring({ runs: runSet.runs, answers, keyLabels, settings, theme, palettes, contrast, forcedColors, hiddenRuns }));
      },
      get visibility() {
        return (visibility ??= derivation.visibility(this.coloring, settings, view));
      },
      get highlighted() {
        return derivation.highlighted(this.coloring, this.visibility, view);
      },
      get legendItems() {
        const { bucketing, styles } = this.coloring;
        const { visibleCounts } = this.visibility;
        return itemsStage([bucketing, styles, visibleCounts, messages, locale], () =>
          legendItems(bucketing, styles, { messages, locale, visibleCounts }).map((item) => (item.id === allRunsBucket ? { ...item, label: messages.allRuns } : item)),
        );
      },
    };
  }
  return (surroundings, state) => derivedStage([surroundings, state], () => deriveLazily(surroundings, state));
}
