import { playwright } from '@vitest/browser-playwright';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { findChromium, launchArguments } from './scripts/chromium.mjs';
import { patience } from './scripts/patience.mjs';
import { sourceAliases } from './scripts/source-aliases.mjs';

const browserTests = ['packages/*/test/**/*.browser.test.{ts,tsx}', 'apps/playground/test/**/*.browser.test.tsx'];
const setup = (name: string): string => fileURLToPath(new URL(`tests/${name}.ts`, import.meta.url));

export default defineConfig({
  resolve: { alias: sourceAliases() },
  test: {
    ...patience,
    setupFiles: [setup('property-seed')],
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
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          setupFiles: [setup('dom-patience')],
          include: ['packages/*/test/**/*.dom.test.{ts,tsx}'],
        },
      },
      {
        extends: true,
        publicDir: 'apps/playground/public',
        optimizeDeps: { entries: [...browserTests, 'packages/*/src/index.ts'] },
        test: {
          name: 'browser',
          setupFiles: [setup('browser-patience')],
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
