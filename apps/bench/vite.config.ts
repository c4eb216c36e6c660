import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { sourceAliases } from '../../scripts/source-aliases.mjs';

const pages = join(import.meta.dirname, 'pages');

/** One page per library, built together from the sources of the kit. */
export default defineConfig({
  root: pages,
  base: './',
  resolve: { alias: sourceAliases(), dedupe: ['react', 'react-dom'] },
  logLevel: 'warn',
  build: {
    outDir: join(import.meta.dirname, 'dist/pages'),
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: true,
    chunkSizeWarningLimit: 5000,
    rolldownOptions: {
      input: readdirSync(pages).map((name) => join(pages, name)),
      checks: { moduleLevelDirective: false },
    },
  },
});
