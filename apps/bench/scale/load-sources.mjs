import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { sourceAliases } from '../../../scripts/source-aliases.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The sources of the kit, built for Node from the tree as it is; what `sources.ts` names. */
export async function loadSources(name = 'scale') {
  const outDir = fileURLToPath(new URL(`../dist/${name}`, import.meta.url));
  await build({
    configFile: false,
    root: here,
    logLevel: 'warn',
    resolve: { alias: sourceAliases() },
    ssr: { noExternal: true },
    build: { ssr: `${here}sources.ts`, outDir, emptyOutDir: true, target: 'node20', minify: false },
  });
  return import(pathToFileURL(`${outDir}/sources.js`).href);
}
