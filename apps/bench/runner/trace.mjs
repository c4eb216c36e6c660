import { openPage } from './browser.mjs';

/** Milliseconds beyond which a task keeps input waiting. */
const longest = 50;
const moves = 12;

/**
 * The longest tasks of the main thread for each act after the mount, as Chromium's own trace has them: what a person waits for at most when
 * clicking or typing meanwhile. Prints a table; the result says which acts had a task over 50 ms.
 */
export async function traceActs(browser, pages, { runs, points, lineWidth, pixelRatio }) {
  const opened = await openPage(browser, pages.urlOf('runhue'), pixelRatio);
  const { page } = opened;
  const tracer = await browser.newBrowserCDPSession();
  const call = (name, ...words) => page.evaluate(([method, args]) => window.bench[method](...args), [name, words]);
  await call('load', { runs, points }, { width: 1000, height: 500, lineWidth });
  await call('mount');
  await page.waitForTimeout(1000);
  const hover = async () => {
    for (let i = 0; i < moves; i++) {
      await call('awaitHover');
      await page.mouse.move(200 + ((i * 277) % 700), 370 + ((i * 13) % 30));
      await call('hovered');
    }
    await page.mouse.move(1190, 690);
  };
  const acts = [
    ['bucket count', () => call('recolor', 'count', 1)],
    ['bucket count, back', () => call('recolor', 'count', 2)],
    ['palette', () => call('recolor', 'palette', 1)],
    ['palette, back', () => call('recolor', 'palette', 2)],
    ['Key', () => call('recolor', 'key', 1)],
    ['Key, back', () => call('recolor', 'key', 2)],
    ['hide a bucket', () => call('toggle', true)],
    ['show it', () => call('toggle', false)],
    ['zoom in', () => call('zoom', true)],
    ['zoom out', () => call('zoom', false)],
    [`hover, ${moves} moves`, hover],
    ['smooth', () => call('smooth', true)],
    ['smooth, zoom in', () => call('zoom', true)],
    ['smooth, zoom out', () => call('zoom', false)],
    ['not smooth', () => call('smooth', false)],
  ];
  const rows = [];
  for (const [act, work] of acts) {
    const tasks = await tasksOf(tracer, work);
    rows.push({ act, longest: tasks[0] ?? 0, second: tasks[1] ?? 0, all: tasks.reduce((sum, task) => sum + task, 0), over: tasks.filter((task) => task > longest).length });
  }
  await opened.close();
  return rows;
}

/** Milliseconds of each task of the page's main thread while `work` goes on and a second later, the longest first. */
async function tasksOf(tracer, work) {
  const events = [];
  const collect = ({ value }) => events.push(...value);
  tracer.on('Tracing.dataCollected', collect);
  await tracer.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel', '__metadata'], excludedCategories: ['*'] } });
  await work();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const complete = new Promise((resolve) => tracer.once('Tracing.tracingComplete', resolve));
  await tracer.send('Tracing.end');
  await complete;
  tracer.off('Tracing.dataCollected', collect);
  const mains = new Set(events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = events.filter(({ ph, name, pid, tid }) => ph === 'X' && name === 'ThreadControllerImpl::RunTask' && mains.has(`${pid} ${tid}`));
  return tasks.map(({ dur }) => dur / 1000).sort((a, b) => b - a);
}

/** The rows as Markdown. */
export function traceTable(rows) {
  const ms = (value) => value.toFixed(value < 10 ? 1 : 0);
  return [
    `| act | longest task, ms | next, ms | all tasks, ms | over ${longest} ms |`,
    '| --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row.act} | ${ms(row.longest)} | ${ms(row.second)} | ${ms(row.all)} | ${row.over === 0 ? '–' : `**${row.over}**`} |`),
  ].join('\n');
}
