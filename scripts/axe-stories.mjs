// Runs axe on every story of the built playground in both themes and both languages.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { serveBuiltPlayground } from './built-playground.mjs';
import { ensureChromium, launchArguments } from './chromium.mjs';

const axePath = createRequire(fileURLToPath(new URL('../packages/react/package.json', import.meta.url))).resolve('axe-core/axe.min.js');
/** A copy of its own: Storybook's add-on may be running the page's. */
const axe = `${readFileSync(axePath, 'utf8')};globalThis.ownAxe = globalThis.axe;`;
const surroundings = ['light', 'dark'].flatMap((theme) => ['en', 'ko'].map((locale) => ({ theme, locale })));

const playground = await serveBuiltPlayground();
const index = await (await fetch(`${playground.address}index.json`)).json();
const stories = Object.values(index.entries).filter(({ type }) => type === 'story');
const browser = await chromium.launch({ executablePath: ensureChromium(), args: launchArguments });

const jobs = stories.flatMap(({ id }) => surroundings.map((surrounding) => ({ id, ...surrounding })));
const findings = [];
const total = jobs.length;
await Promise.all([work(), work()]);
await browser.close();
await playground.close();

for (const finding of findings) console.log(finding);
console.log(`axe: ${stories.length} stories in ${surroundings.length} surroundings, ${findings.length} findings`);
process.exitCode = findings.length > 0 || total === 0 ? 1 : 0;

async function work() {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  for (let job = jobs.pop(); job; job = jobs.pop()) {
    await page.goto(playground.storyAddress(job.id, job));
    await page.waitForSelector('.sb-show-main, .sb-show-errordisplay', { state: 'attached' });
    await page.waitForFunction(() => document.querySelector('#storybook-root')?.childElementCount);
    await page.waitForTimeout(300);
    await page.addScriptTag({ content: axe });
    // The frame around a story has no heading and no landmark of its own; what is checked is what the story shows.
    const violations = await page.evaluate(async () => {
      const { violations } = await globalThis.ownAxe.run('body', { rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false }, 'landmark-one-main': { enabled: false } } });
      return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 2).map(({ html }) => html.slice(0, 160)).join(' | ')}`);
    });
    for (const violation of violations) findings.push(`${job.id} (${job.theme}, ${job.locale}): ${violation}`);
  }
  await page.close();
}
