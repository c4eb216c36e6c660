import { vi } from 'vitest';

// A slow machine is not a failure: Vitest's own waits give up after a second.
const wait = 15_000;
const { waitFor, waitUntil } = vi;
type Options = Parameters<typeof waitFor>[1];
const patient = (options: Options): Options => (typeof options === 'number' ? options : { timeout: wait, ...options });

vi.waitFor = (callback, options) => waitFor(callback, patient(options));
vi.waitUntil = (callback, options) => waitUntil(callback, patient(options));
