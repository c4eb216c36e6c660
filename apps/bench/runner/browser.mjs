import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { ensureChromium, launchArguments } from '../../../scripts/chromium.mjs';

const bench = fileURLToPath(new URL('..', import.meta.url));
const unlimited = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

/** Builds all pages at once and serves them. */
export async function servePages() {
  const configFile = `${bench}vite.config.ts`;
  await build({ configFile });
  const server = await preview({ configFile, preview: { port: 0, host: '127.0.0.1' } });
  const { port } = server.httpServer.address();
  return {
    urlOf: (contestant) => `http://127.0.0.1:${port}/${contestant}.html`,
    close: () => new Promise((resolve) => server.httpServer.close(resolve)),
  };
}

/** Chromium, with its frame-rate limit off unless frames are what is measured. */
export async function launch({ limitFrames = false } = {}) {
  return chromium.launch({
    executablePath: ensureChromium(),
    args: [...launchArguments, ...(limitFrames ? [] : unlimited), '--js-flags=--expose-gc'],
  });
}

/** A fresh page in a context of its own, with a CDP session. */
export async function openPage(browser, url, pixelRatio = 1) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 700 }, deviceScaleFactor: pixelRatio });
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(url);
  await page.waitForFunction(() => window.bench !== undefined);
  const session = await context.newCDPSession(page);
  return { page, session, errors, close: () => context.close() };
}

/** Bytes in use after a collection: JS heap, ArrayBuffers, canvases. */
export async function usedBytes({ page, session }) {
  for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
  return usedSize + backingStorageSize + (await page.evaluate(() => window.bench.canvasBytes()));
}

/** Private bytes of the renderer processes, what no JS heap counts (paths, layers) included; NaN where the system does not tell. */
export async function processBytes(browser) {
  if (process.platform !== 'linux') return NaN;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const kilobytes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => {
    try {
      return Number(/Private_Dirty:\s+(\d+)/.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? NaN);
    } catch {
      return 0;
    }
  });
  return 1024 * kilobytes.reduce((sum, bytes) => sum + bytes, 0);
}

/** Versions of what is measured, for the head of the table. */
export function versionsOf(names) {
  return Object.fromEntries(
    names.map((name) => [name, JSON.parse(readFileSync(`${bench}node_modules/${name}/package.json`, 'utf8')).version]),
  );
}
