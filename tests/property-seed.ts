import fc from 'fast-check';
import { inject } from 'vitest';

// One seed for all property tests: a run repeats. `RUNHUE_SEED=<number>` tries another.
fc.configureGlobal({ seed: inject('propertySeed') });

declare module 'vitest' {
  interface ProvidedContext {
    propertySeed: number;
  }
}
