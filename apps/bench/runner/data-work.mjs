import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const bench = fileURLToPath(new URL('..', import.meta.url));

/** The core's data work, built from its sources and run here in Node. */
export async function measureDataWork() {
  const outDir = `${bench}dist/data-work`;
  await build({
    configFile: `${bench}vite.config.ts`,
    build: { ssr: `${bench}src/data-work.ts`, outDir, rolldownOptions: { input: `${bench}src/data-work.ts` } },
    ssr: { noExternal: true },
  });
  const work = await import(`${outDir}/data-work.js`);
  return work.measureDataWork();
}
