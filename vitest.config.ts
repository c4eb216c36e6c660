import { playwright } from '@vitest/browser-playwright';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { findChromium, launchArguments } from './scripts/chromium.mjs';
import { sourceAliases } from './scripts/source-aliases.mjs';

const browserTests = ['packages/*/test/**/*.browser.test.{ts,tsx}', 'apps/playground/test/**/*.browser.test.tsx'];

export default defineConfig({
  resolve: { alias: sourceAliases() },
  test: {
    setupFiles: [fileURLToPath(new URL('tests/property-seed.ts', import.meta.url))],
    provide: { propertySeed: Number(process.env.RUNHUE_SEED ?? 20261123) },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['packages/*/test/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['**/*.{dom,browser}.test.*'],
        },
      },
      { extends: true, test: { name: 'dom', environment: 'jsdom', include: ['packages/*/test/**/*.dom.test.{ts,tsx}'] } },
      {
        extends: true,
        publicDir: 'apps/playground/public',
        optimizeDeps: { entries: [...browserTests, 'packages/*/src/index.ts'] },
        test: {
          name: 'browser',
          include: browserTests,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: findChromium()?.path, args: launchArguments } }),
            viewport: { width: 1280, height: 800 },
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      'apps/playground/vitest.config.ts',
    ],
  },
});
