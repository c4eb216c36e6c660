import { launch, openPage } from './browser.mjs';
import { median, quantile } from './statistics.mjs';

/** 100 live runs of 1,000 points that each gain 10 points ten times a second, at the screen's frame rate. */
export async function measureStreaming(pages, seconds = 6) {
  const browser = await launch({ limitFrames: true });
  try {
    const { page } = await openPage(browser, pages.urlOf('runhue'));
    await page.evaluate(() => window.bench.load({ runs: 100, points: 1000 }, { width: 1000, height: 500, lineWidth: 1.5 }));
    await page.evaluate(() => window.bench.mount());
    await page.evaluate(() => window.bench.stream(1.5));
    const { work, between } = await page.evaluate((time) => window.bench.stream(time), seconds);
    return {
      frames: work.length,
      seconds,
      work: { median: median(work), p99: quantile(work, 0.99), worst: Math.max(...work) },
      between: { median: median(between), p99: quantile(between, 0.99) },
    };
  } finally {
    await browser.close();
  }
}
