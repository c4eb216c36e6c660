// Makes docs/pictures/*.png from the playground's own stories: node scripts/take-pictures.mjs
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { serveBuiltPlayground } from './built-playground.mjs';
import { ensureChromium, launchArguments } from './chromium.mjs';

const folder = fileURLToPath(new URL('../docs/pictures', import.meta.url));

/** Opens Settings → Runs, as a user does. */
async function openSettings(page) {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: /^Runs/ }).click();
  await page.getByRole('combobox', { name: 'Key', exact: true }).waitFor();
}

const pictures = [
  { file: 'workspace-light.png', story: 'workspace--real-runs', theme: 'light', act: openSettings },
  { file: 'workspace-dark.png', story: 'workspace--real-runs', theme: 'dark', act: openSettings },
  { file: 'diverged-runs.png', story: 'workspace--diverged-runs', theme: 'light', height: 460 },
  { file: 'own-chart.png', story: 'your-own-recharts-chart--colored-by-key', theme: 'light', width: 900, height: 340 },
];

mkdirSync(folder, { recursive: true });
const playground = await serveBuiltPlayground();
const browser = await chromium.launch({ executablePath: ensureChromium(), args: launchArguments });
for (const { file, story, theme, act, width = 1440, height = 900 } of pictures) {
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 1.5 });
  await page.goto(playground.storyAddress(story, { theme }));
  await page.waitForSelector('.runhue', { state: 'attached' });
  await page.waitForLoadState('networkidle');
  await act?.(page);
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.activeElement?.blur());
  await page.waitForTimeout(500);
  await page.screenshot({ path: `${folder}/${file}` });
  console.log(`docs/pictures/${file}`);
  await page.close();
}
await browser.close();
await playground.close();
