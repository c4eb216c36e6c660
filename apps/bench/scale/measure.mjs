import { median } from '../runner/statistics.mjs';
import { actsOf, factsOf, perform } from './questions.mjs';
import { serve } from './serve.mjs';

/**
 * Every act by plain SQL, through the source, and over HTTP, in turn, `samples` times after one that does not count.
 * @returns rows of medians in milliseconds
 */
export async function measureProject(kit, engine, project, { samples, log }) {
  const facts = await factsOf(engine.ask, project);
  const acts = Object.entries(actsOf(facts));
  let source = engine.openSource();
  const server = await serve(kit, currentOf(source, () => source));
  const http = await kit.httpSource(server.url, { cacheBytes: 0, timeoutMs: 600_000 });
  const rows = [];
  try {
    for (const [act, steps] of acts) {
      if (steps.length === 0) continue;
      const taken = { hand: [], own: [], source: [], http: [] };
      let bytes = 0;
      let statements = 0;
      for (let sample = -1; sample < samples; sample += 1) {
        const isFirst = steps.flat().some(({ ask }) => ask === 'keys');
        const byHand = await milliseconds(() => engine.byHand(steps));
        // A source keeps the catalogue of keys and the ids of runs; a first look has neither.
        if (isFirst) source = engine.openSource();
        Object.assign(engine.clock, { ms: 0, statements: 0 });
        const direct = await milliseconds(() => perform(source, steps));
        const own = engine.clock.ms;
        statements = engine.clock.statements;
        if (isFirst) source = engine.openSource();
        const before = server.bytes();
        const overHttp = await milliseconds(() => perform(http, steps));
        bytes = server.bytes() - before;
        if (sample < 0) continue;
        taken.hand.push(byHand);
        taken.own.push(own);
        taken.source.push(direct);
        taken.http.push(overHttp);
      }
      const row = { act, ...Object.fromEntries(Object.entries(taken).map(([name, all]) => [name, median(all)])), bytes, statements, samples: taken };
      rows.push(row);
      log(`${act}: by hand ${row.hand.toFixed(0)}, own SQL ${row.own.toFixed(0)}, source ${row.source.toFixed(0)}, HTTP ${row.http.toFixed(0)} ms, ${bytes} bytes`);
    }
    return { engine: engine.name, project: { runs: facts.runs, points: facts.points, bytes: facts.bytes }, prepared: engine.prepared, rows };
  } finally {
    await http.close();
    await server.close();
  }
}

/** A source that asks the one of the moment. */
function currentOf(first, current) {
  const methods = ['keys', 'column', 'summary', 'runs', 'extent', 'series', 'density'].filter((name) => name in first);
  return { abilities: first.abilities, ...Object.fromEntries(methods.map((name) => [name, (...words) => current()[name](...words)])) };
}

async function milliseconds(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
