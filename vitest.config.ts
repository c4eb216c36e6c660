import { defineConfig } from 'vitest/config';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Every declared subpath of the sources package, from the sources instead of from dist. */
const sourcesManifest = JSON.parse(readFileSync(source('packages/sources/package.json'), 'utf8')) as {
  exports: Record<string, { default: string }>;
};
const sourcesSubpaths = Object.entries(sourcesManifest.exports)
  .filter(([subpath]) => subpath !== '.')
  .map(([subpath, target]) => ({
    find: `@runhue/sources${subpath.slice(1)}`,
    replacement: source(`packages/sources/${target.default.replace('./dist/', 'src/').replace(/\.js$/, '.ts')}`),
  }));

const alias = [
  ...sourcesSubpaths,
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
