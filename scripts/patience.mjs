// How long tests wait: a slow machine is not a failure.
export const patience = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 15_000 } } };
