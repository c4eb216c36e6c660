import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { launchArguments } from './chromium.mjs';

/** What the packed app must show: the legend of its five buckets, and lines in exactly these colours. */
const labels = ['Min – 0.18', '0.18 – 0.36', '0.36 – 0.54', '0.54 – 0.72', '0.72 – Max'];
const colors = ['#c98000', '#c14c00', '#b0001e', '#910053', '#33006e'];

/** Serves the built app, opens it in Chromium, and throws when legend, canvas or console are not as they must be. */
export async function checkPicture(app, executablePath) {
  const vite = await import(pathToFileURL(createRequire(join(app, 'package.json')).resolve('vite')).href);
  const server = await vite.preview({ root: app, logLevel: 'error', preview: { port: 0, host: '127.0.0.1' } });
  const browser = await chromium.launch({ executablePath, args: launchArguments });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(server.resolvedUrls.local[0] ?? '');
    await checkLegend(page);
    await checkCanvas(page);
    if (complaints.length > 0) throw new Error(`The page complains:\n${complaints.join('\n')}`);
    console.log(`  rendered in Chromium: ${labels.length} legend items, lines in their ${colors.length} colours`);
  } finally {
    await browser.close();
    await new Promise((resolve) => server.httpServer.close(resolve));
  }
}

async function checkLegend(page) {
  for (const label of labels) {
    const item = page.getByRole('toolbar').getByRole('button', { name: label });
    await item.first().waitFor({ timeout: 15_000 });
  }
}

async function checkCanvas(page) {
  const missing = () => page.evaluate(missingColors, colors);
  const deadline = Date.now() + 15_000;
  while ((await missing()).length > 0 && Date.now() < deadline) await page.waitForTimeout(200);
  const left = await missing();
  if (left.length > 0) throw new Error(`No line on the canvas has the colour ${left.join(', ')}.`);
}

/** Runs in the page: which colours no canvas has at least 20 pixels of. */
function missingColors(wanted) {
  const counts = new Map(wanted.map((color) => [color, 0]));
  for (const canvas of document.querySelectorAll('canvas')) {
    if (canvas.width === 0 || canvas.height === 0) continue;
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] < 255) continue;
      const hex = `#${[data[i], data[i + 1], data[i + 2]].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
      if (counts.has(hex)) counts.set(hex, counts.get(hex) + 1);
    }
  }
  return wanted.filter((color) => counts.get(color) < 20);
}
