import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SourceMap } from 'node:module';
import { openPage } from './browser.mjs';

const assets = fileURLToPath(new URL('../dist/pages/assets/', import.meta.url));

/** A CPU profile of one act, repeated; prints where the time goes by source line. Acts: mount, toggle, zoom, hover, or a way to recolour. */
export async function profileChart(browser, pages, job, act, path) {
  const { page, session, close } = await openPage(browser, pages.urlOf(job.contestant), job.pixelRatio);
  const call = (name, ...words) => page.evaluate(([method, args]) => window.bench[method](...args), [name, words]);
  await call('load', { runs: job.runs, points: job.points }, { width: 1000, height: 500, lineWidth: job.lineWidth });
  if (act !== 'mount cold') await call('mount');
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 200 });
  await session.send('Profiler.start');
  const times = [];
  for (let i = 1; i <= job.samples; i++) {
    if (act === 'mount cold') times.push(await call('mount'));
    else if (act === 'mount') {
      await call('unmount');
      times.push(await call('mount'));
    } else if (act === 'toggle') times.push(await call('toggle', i % 2 === 1));
    else if (act === 'zoom') times.push(await call('zoom', i % 2 === 1));
    else if (act === 'hover') {
      for (let move = 0; move < 10; move++) {
        await call('awaitHover');
        await page.mouse.move(200 + (((i * 10 + move) * 277) % 700), 370 + ((move * 13) % 30));
        times.push(await call('hovered'));
      }
    } else times.push(await call('recolor', act, i));
    if (act === 'mount cold') break;
  }
  const { profile } = await session.send('Profiler.stop');
  writeFileSync(path, JSON.stringify(profile));
  printSelfTimes(profile, times.length);
  await close();
  return { moments: { [act]: times.sort((a, b) => a - b)[times.length >> 1] ?? NaN }, notes: [], late: [], nodes: 0, seconds: 0, samples: {} };
}

function printSelfTimes(profile, rounds) {
  const self = new Map();
  const total = new Map();
  const byId = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(profile.nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])));
  const maps = new Map();
  profile.samples.forEach((id, i) => {
    const time = (profile.timeDeltas[i + 1] ?? 0) / 1000;
    const seen = new Set();
    for (let at = id, first = true; at !== undefined; at = parents.get(at), first = false) {
      const place = placeOf(byId.get(at).callFrame, maps);
      if (first) self.set(place, (self.get(place) ?? 0) + time);
      if (!seen.has(place)) total.set(place, (total.get(place) ?? 0) + time);
      seen.add(place);
    }
  });
  const top = [...self].filter(([place]) => !/^\((idle|root|program)/.test(place)).sort((a, b) => b[1] - a[1]).slice(0, 25);
  console.log('  ms a round, self / with callees');
  for (const [place, time] of top) console.log(`  ${(time / rounds).toFixed(2).padStart(8)} / ${(total.get(place) / rounds).toFixed(2).padStart(8)}  ${place}`);
  const ours = [...total].filter(([place]) => /packages\//.test(place)).sort((a, b) => b[1] - a[1]).slice(0, 20);
  console.log('  of ours, with callees');
  for (const [place, time] of ours) console.log(`  ${(time / rounds).toFixed(2).padStart(8)}  ${place}`);
}

/** `name file:line` in the sources. */
function placeOf({ functionName, url, lineNumber, columnNumber }, maps) {
  const file = url.split('/').at(-1);
  if (!url.includes('/assets/') || !existsSync(`${assets}${file}.map`)) return `${functionName || '(anonymous)'} ${file}`.trim().replace(/^\((\w+)\).*$/, '($1)');
  if (!maps.has(file)) maps.set(file, new SourceMap(JSON.parse(readFileSync(`${assets}${file}.map`, 'utf8'))));
  const { originalSource, originalLine, name } = maps.get(file).findEntry(lineNumber, columnNumber);
  const source = originalSource?.replace(/^(\.\.\/)+/, '').replace(/.*node_modules\//, '');
  return `${name ?? functionName ?? ''} ${source ?? file}:${(originalLine ?? lineNumber) + 1}`;
}
