import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
import { sourceAliases } from '../../../../scripts/source-aliases.mjs';
import { launch } from '../../runner/browser.mjs';
import { median } from '../../runner/statistics.mjs';

/** A column of all runs asked for and bucketed in Chromium. */
export async function measureBrowser(kit, engine, { samples }) {
  const listener = kit.toNodeListener(kit.serveRunSource(engine.openSource(), { timeoutMs: 600_000 }));
  const page = {
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    logLevel: 'warn',
    resolve: { alias: sourceAliases() },
    build: { outDir: fileURLToPath(new URL('../../dist/scale-browser', import.meta.url)), emptyOutDir: true, target: 'es2022' },
  };
  await build(page);
  const api = { name: 'api', configurePreviewServer: ({ middlewares }) => void middlewares.use('/api', listener) };
  const server = await preview({ ...page, plugins: [api], preview: { port: 0, host: '127.0.0.1' } });
  const browser = await launch();
  try {
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${server.httpServer.address().port}/`);
    await tab.waitForFunction(() => window.measureBuckets !== undefined);
    const { runs, times } = await tab.evaluate((count) => window.measureBuckets('/api', count), samples);
    return { runs, chromium: browser.version(), rows: Object.entries(times).map(([act, all]) => ({ act, ms: median(all), first: all[0] })) };
  } finally {
    await browser.close();
    await server.close();
  }
}
