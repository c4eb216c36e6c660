// 200 mounts and unmounts and 10,000 recolourings of the kit end within 2 MB of where they began: `pnpm --filter @runhue/bench leaks`
import { launch, openPage, servePages, usedBytes } from './runner/browser.mjs';

const allowed = 2e6;
const pages = await servePages();
const browser = await launch();
const opened = await openPage(browser, pages.urlOf('runhue'));
const { page } = opened;
const call = (name, ...words) => page.evaluate(([method, args]) => window.bench[method](...args), [name, words]);
let failed = false;

/** Warm first, so that compiled code and the undo steps that are kept (100) are there already. */
async function check(name, act, warm, count) {
  await act(warm);
  const before = await usedBytes(opened);
  const start = performance.now();
  for (let done = 0; done < count; done += 500) await act(Math.min(500, count - done));
  const added = (await usedBytes(opened)) - before;
  failed ||= added > allowed;
  console.log(`${name}: ${(added / 1e6).toFixed(2)} MB more (${allowed / 1e6} MB allowed), ${((performance.now() - start) / 1000).toFixed(1)} s${added > allowed ? ' FAILED' : ''}`);
}

await call('load', { runs: 100, points: 1000 }, { width: 1000, height: 500, lineWidth: 1 });
await check('200 mounts and unmounts', (count) => call('remountMany', count), 20, 200);
await call('mount');
await check('10,000 recolourings', (count) => call('recolorMany', count), 300, 10_000);
await browser.close();
await pages.close();
process.exit(failed ? 1 : 0);
