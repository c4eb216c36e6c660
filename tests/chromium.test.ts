import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findChromium } from '../scripts/chromium.mjs';

let folder: string;
const file = (name: string): string => {
  writeFileSync(join(folder, name), '');
  return join(folder, name);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runhue-chromium-'));
  vi.stubEnv('PATH', folder);
  vi.stubEnv('PLAYWRIGHT_BROWSERS_PATH', folder);
  vi.stubEnv('RUNHUE_CHROMIUM', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('findChromium', () => {
  it('takes the one that RUNHUE_CHROMIUM names before any other', () => {
    file('chromium');
    const named = file('my-chrome');
    vi.stubEnv('RUNHUE_CHROMIUM', named);
    expect(findChromium()?.path).toBe(named);
  });

  it('says what to do when RUNHUE_CHROMIUM names nothing', () => {
    vi.stubEnv('RUNHUE_CHROMIUM', '/nowhere/chrome');
    expect(() => findChromium()).toThrow('RUNHUE_CHROMIUM is "/nowhere/chrome", but there is no such file');
  });

  it.each(['chromium', 'chromium-browser', 'google-chrome'])('takes %s from the PATH', (name) => {
    const path = file(name);
    expect(findChromium()?.path).toBe(path);
  });

  it('finds nothing on a machine that has none', () => {
    expect(findChromium()).toBeNull();
  });
});
