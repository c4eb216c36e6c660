import type { ReadContext } from './run-format.js';

/** A reading that can pause: each yield says how many more bytes are done. */
export type StepwiseReading<T> = Generator<number, T, void>;

/** Reads to the end without a pause. */
export function readAtOnce<T>(reading: StepwiseReading<T>): T {
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}

/** Reads to the end and lets the page breathe at every pause. */
export async function readWithPauses<T>(reading: StepwiseReading<T>, context: ReadContext): Promise<T> {
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
    await context.advance(step.value);
  }
}
