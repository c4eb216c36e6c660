import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { findChromium, launchArguments } from '../../scripts/chromium.mjs';
import { patience } from '../../scripts/patience.mjs';

/** Every story is a test in Chromium, with the accessibility check on. */
export default defineConfig({
  plugins: [storybookTest({ configDir: fileURLToPath(new URL('.storybook', import.meta.url)) })],
  optimizeDeps: { entries: ['src/**/*.stories.tsx', '../../packages/*/src/index.ts'] },
  test: {
    ...patience,
    name: 'stories',
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: { executablePath: findChromium()?.path, args: launchArguments } }),
      viewport: { width: 1280, height: 800 },
      instances: [{ browser: 'chromium' }],
    },
  },
});
