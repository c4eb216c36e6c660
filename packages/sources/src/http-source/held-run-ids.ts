import type { RunId } from '@runhue/core';

/** Lists of run ids by the names that the server gave them; columns of the same runs share one array. */
export interface HeldRunIds {
  all(): ReadonlyMap<string, readonly RunId[]>;
  hold(name: string, runIds: readonly RunId[]): readonly RunId[];
  clear(): void;
}

const most = 4;

/** Holds the last few lists. */
export function createHeldRunIds(): HeldRunIds {
  let lists: ReadonlyMap<string, readonly RunId[]> = new Map();
  return {
    all: () => lists,
    hold: (name, runIds) => {
      const held = lists.get(name) ?? runIds;
      lists = new Map([...[...lists].filter(([other]) => other !== name), [name, held] as const].slice(-most));
      return held;
    },
    clear: () => {
      lists = new Map();
    },
  };
}
