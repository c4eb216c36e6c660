// How long tests wait, and that a failed one is run once more (and named, see second-try-reporter.mjs): a slow machine is not a failure.
export const patience = { testTimeout: 60_000, hookTimeout: 60_000, retry: 1, expect: { poll: { timeout: 15_000 } } };
