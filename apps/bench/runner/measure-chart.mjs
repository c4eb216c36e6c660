import { median, quantile } from './statistics.mjs';
import { openPage, processBytes, usedBytes } from './browser.mjs';

/** Moves of the mouse per page. */
const hoverMoves = 100;
/** Samples that every act gets, also when its library is out of its time. */
const enough = 3;

/**
 * Everything about one library at one size, in a page of its own. Each act is repeated `samples` times; a library that is out of its
 * time stops early, and the row says how many samples it gave.
 */
export async function measureChart(browser, pages, job) {
  const { contestant, runs, points, lineWidth, pixelRatio, samples, seconds, picture } = job;
  const opened = await openPage(browser, pages.urlOf(contestant), pixelRatio);
  const { page, errors } = opened;
  const begun = performance.now();
  const row = { contestant, runs, points, lineWidth, pixelRatio, samples: {}, moments: {}, late: [], notes: [] };
  const call = (name, ...words) => page.evaluate(([method, args]) => window.bench[method](...args), [name, words]);
  const repeat = async (name, work, count = samples) => {
    const times = [];
    for (let i = 0; i < count; i++) {
      times.push(await work(i));
      if (times.length >= enough && performance.now() - begun > seconds * 1000) break;
    }
    row.moments[name] = median(times);
    row.samples[name] = times.length;
    if (await drawsOn(page)) row.late.push(name);
  };
  const measured = async () => {
    row.prepare = await call('load', { runs, points }, { width: 1000, height: 500, lineWidth });
    const before = await usedBytes(opened);
    const processBefore = await processBytes(browser);
    row.moments['mount cold'] = await call('mount');
    await page.waitForTimeout(100);
    row.heap = (await usedBytes(opened)) - before;
    row.process = (await processBytes(browser)) - processBefore;
    row.nodes = await call('nodeCount');
    if (picture) await page.screenshot({ path: picture });
    let round = 0;
    for (const way of await call('recolorings')) {
      round = 0;
      await call('recolor', way, ++round);
      await repeat(`recolour ${way}`, () => call('recolor', way, ++round));
      if (round % 2 === 1) await call('recolor', way, ++round);
    }
    let hidden = false;
    await call('toggle', (hidden = !hidden));
    await repeat('toggle', () => call('toggle', (hidden = !hidden)), samples + 1);
    if (hidden) await call('toggle', false);
    let near = false;
    const firstFrames = [];
    await repeat(
      'zoom',
      async () => {
        const time = await call('zoom', (near = !near));
        firstFrames.push(await call('firstFrame'));
        return time;
      },
      samples + 1,
    );
    row.moments['zoom first frame'] = median(firstFrames);
    if (near) await call('zoom', false);
    await measureHover(page, row, begun + seconds * 1300);
    await call('unmount');
    await repeat(
      'mount',
      async () => {
        const time = await call('mount');
        await call('unmount');
        return time;
      },
    );
    row.late = row.late.filter((name) => name !== 'mount');
  };
  let timer;
  const end = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`no end in ${job.timeout} s`)), job.timeout * 1000)));
  try {
    await Promise.race([measured(), end]);
  } catch (error) {
    row.notes.push(String(error.message).split('\n')[0]);
  }
  clearTimeout(timer);
  row.notes.push(...errors.slice(0, 2));
  row.seconds = (performance.now() - begun) / 1000;
  await Promise.race([opened.close(), new Promise((resolve) => setTimeout(resolve, 5000))]);
  return row;
}

/** Real mouse moves; from the event to the end of the frame that shows another reading. */
async function measureHover(page, row, end) {
  const times = [];
  let unread = 0;
  await page.mouse.move(300, 380);
  for (let i = 0; i < hoverMoves && performance.now() < end; i++) {
    await page.evaluate(() => window.bench.awaitHover());
    await page.mouse.move(200 + ((i * 277) % 700), 370 + ((i * 13) % 30));
    const time = await page.evaluate(() => window.bench.hovered());
    if (time === null) unread++;
    else times.push(time);
    if (unread > 5 && times.length === 0) break;
  }
  row.moments.hover = median(times);
  row.moments['hover p95'] = quantile(times, 0.95);
  row.samples.hover = times.length;
  if (unread > 0) row.notes.push(`${unread} of ${unread + times.length} moves changed no tooltip`);
  await page.mouse.move(1190, 690);
}

/** Whether a canvas still changes after its time was taken. */
async function drawsOn(page) {
  const at = () => page.evaluate(() => window.bench.fingerprint());
  const before = await at();
  await page.waitForTimeout(250);
  return (await at()) !== before;
}
