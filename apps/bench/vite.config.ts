import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { sourceAliases } from '../../scripts/source-aliases.mjs';

const pages = join(import.meta.dirname, 'pages');

/**
 * The kit chooses the line width by the number of runs. To be measured at the same width as the others, it takes the bench's; the
 * build fails when the place where it chooses is not found.
 */
function lineWidthOfBench(): Plugin {
  return {
    name: 'line-width-of-bench',
    transform(code, id) {
      if (!id.endsWith('RunLinePlot/plot-scene.ts')) return null;
      const chosen = 'lineWidthFor(lines.length)';
      if (!code.includes(chosen)) throw new Error(`${basename(id)} has no "${chosen}" any more: say in vite.config.ts where the line width is chosen.`);
      return { code: code.replaceAll(chosen, `(globalThis.benchLineWidth ?? ${chosen})`), map: null };
    },
  };
}

/** One page per library, built together from the sources of the kit. */
export default defineConfig({
  root: pages,
  base: './',
  plugins: [lineWidthOfBench()],
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
