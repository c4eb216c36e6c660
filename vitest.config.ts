import { defineConfig } from 'vitest/config';
import { fileURLToPath } from 'node:url';

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const alias = [
  { find: '@runhue/react/styles.css', replacement: source('packages/react/src/styles.css') },
  { find: /^@runhue\/(core|lines|react|sources)$/, replacement: source('packages/$1/src/index.ts') },
];

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      { extends: true, test: { name: 'node', environment: 'node', include: ['packages/*/test/**/*.test.ts'] } },
      { extends: true, test: { name: 'dom', environment: 'jsdom', include: ['packages/*/test/**/*.dom.test.tsx'] } },
    ],
  },
});
