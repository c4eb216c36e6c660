import { soon } from './soon.js';

/**
 * Does work in stretches of so many ms, with input and painting in between.
 *
 * @returns Gives the rest of the work up.
 */
export function inSlices(steps: Iterator<unknown>, ms: number, onDone: () => void): () => void {
  let isWanted = true;
  const work = (): void => {
    if (!isWanted) return;
    const until = performance.now() + ms;
    do {
      if (steps.next().done === true) {
        onDone();
        return;
      }
    } while (performance.now() < until);
    soon(work);
  };
  soon(work);
  return () => {
    isWanted = false;
  };
}
