/** Tells how far a drawing is, now and then. */
export interface DrawProgress {
  /** Takes over the share that its present stage says is done. */
  step(share: number): void;
}

/** How long a drawing may take before it tells anything, and between two tellings, in ms. */
const patience = 150;
const pause = 50;
/** A stage is taken for this part of what is left, since nobody knows how many more there are. */
const part = 0.6;

/** The share of a drawing that is done, 0 to 1 and never falling, made of its stages' own shares, which each begin anew. */
export function createDrawProgress(tell: (share: number) => void): DrawProgress {
  let next = performance.now() + patience;
  let [before, last] = [0, 0];
  return {
    step(share) {
      if (share < last) before += (1 - before) * part;
      last = share;
      const now = performance.now();
      if (now < next) return;
      next = now + pause;
      tell(before + (1 - before) * part * share);
    },
  };
}
