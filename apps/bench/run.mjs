// Measures the kit beside other chart libraries in one run and writes results/*.md and *.json. See README.md for the flags.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { launch, servePages, versionsOf } from './runner/browser.mjs';
import { measureChart } from './runner/measure-chart.mjs';
import { planJobs } from './runner/plan-jobs.mjs';
import { measureDataWork } from './runner/data-work.mjs';
import { measureStreaming } from './runner/streaming.mjs';
import { writeReport } from './runner/report.mjs';
import { profileChart } from './runner/profile.mjs';
import { traceActs, traceTable } from './runner/trace.mjs';

const { values: flags } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    only: { type: 'string' },
    sizes: { type: 'string' },
    widths: { type: 'string' },
    ratios: { type: 'string' },
    samples: { type: 'string' },
    latest: { type: 'boolean', default: false },
    profile: { type: 'string' },
    trace: { type: 'boolean', default: false },
    'no-extras': { type: 'boolean', default: false },
  },
});

const results = fileURLToPath(new URL('results/', import.meta.url));
mkdirSync(`${results}pictures`, { recursive: true });
const pages = await servePages();
const browser = await launch();
const report = {
  date: new Date().toISOString(),
  machine: `${cpus().length} cores, ${cpus()[0]?.model ?? ''}, Node ${process.version}, Chromium ${browser.version()}`,
  command: ['pnpm bench', ...process.argv.slice(2)].join(' '),
  versions: versionsOf(['uplot', 'echarts', 'chart.js', '@visx/shape', 'recharts', 'react']),
  rows: [],
};
try {
  const jobs = flags.trace ? [] : planJobs(flags);
  if (flags.trace) {
    for (const job of planJobs({ only: 'runhue', sizes: '1000x10000', ...flags })) {
      const rows = await traceActs(browser, pages, job);
      console.log(`\n${job.runs} × ${job.points}, ${job.lineWidth} px, pixel ratio ${job.pixelRatio}: tasks of the main thread after the mount\n\n${traceTable(rows)}`);
    }
  }
  for (const [i, job] of jobs.entries()) {
    const name = `${job.contestant}-${job.runs}x${job.points}-${job.lineWidth}px-${job.pixelRatio}x`;
    const row = flags.profile
      ? await profileChart(browser, pages, job, flags.profile, `${results}${name}.cpuprofile`)
      : await measureChart(browser, pages, { ...job, picture: `${results}pictures/${name}.png` });
    report.rows.push(row);
    console.log(`${i + 1}/${jobs.length} ${name} ${summary(row)}`);
  }
  if (!flags['no-extras'] && !flags.profile && !flags.trace) {
    report.dataWork = await measureDataWork();
    console.log(JSON.stringify(report.dataWork));
    report.streaming = await measureStreaming(pages);
    console.log(JSON.stringify(report.streaming));
  }
} finally {
  await browser.close();
  await pages.close();
}
if (!flags.profile && !flags.trace) {
  const { markdown, json } = writeReport(report);
  const name = flags.latest ? 'latest' : report.date.replace(/[:.]/g, '-');
  writeFileSync(`${results}${name}.md`, markdown);
  writeFileSync(`${results}${name}.json`, json);
  console.log(`\n${markdown}\nWritten: apps/bench/results/${name}.md and .json; pictures in apps/bench/results/pictures`);
}
process.exit(0);

function summary({ moments, heap, nodes, notes, late, seconds }) {
  const times = Object.entries(moments).map(([name, ms]) => `${name} ${ms.toFixed(1)}`);
  const more = [heap === undefined ? '' : `heap ${(heap / 1e6).toFixed(1)} MB`, `${nodes} nodes`, late.length > 0 ? `late: ${late.join(', ')}` : '', ...notes];
  return [...times, ...more.filter(Boolean), `(${seconds.toFixed(1)} s)`].join(' · ');
}
