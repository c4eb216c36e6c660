/**
 * What a person does, as questions to a source. Each act is a list of steps, the questions of a step are asked at once, as the kit asks them.
 * `facts` say what the project holds.
 */
export function actsOf(facts) {
  const { metrics, colorMetric, colorConfig, lastStep, lineRuns } = facts;
  const column = (keyId, yValue = 'latest') => ({ ask: 'column', query: { keyId, yValue } });
  const series = (metric, domain) => ({ ask: 'series', query: { metric, xAxis: 'Step', runIds: lineRuns, window: { domain, columns: 1000 } } });
  const extent = (metric) => ({ ask: 'extent', query: { metric, xAxis: 'Step' } });
  const whole = [0, lastStep];
  const zoomed = [Math.round(lastStep * 0.5), Math.round(lastStep * 0.51)];
  const acts = {
    keys: [[{ ask: 'keys', query: {} }]],
    'runs: first page': [[{ ask: 'runs', query: { limit: 100 } }]],
    'column: a metric, latest': [[column(`metric:${colorMetric}`)]],
    'extent of a metric': [[extent(metrics[0])]],
    'series: one metric': [[series(metrics[0], whole)]],
    'first screen': [[{ ask: 'keys', query: {} }, { ask: 'runs', query: { limit: 100 } }, column(`metric:${colorMetric}`), ...metrics.map(extent)], metrics.map((metric) => series(metric, whole))],
    'change of Key: a metric, min': [[column(`metric:${metrics[0]}`, 'min')]],
    'change of Key: config': [[column(colorConfig)]],
    'change of count': [],
    'zoom to 1 %': [metrics.map((metric) => series(metric, zoomed))],
    'runs: best 100 by a metric': [[{ ask: 'runs', query: { limit: 100, orderBy: { keyId: `metric:${colorMetric}`, yValue: 'latest', direction: 'ascending' } } }]],
    'runs: search': [[{ ask: 'runs', query: { limit: 100, search: 'adamw-lr1e-03' } }]],
    'density of all runs': [[{ ask: 'density', query: { metric: metrics[0], xAxis: 'Step', window: { domain: whole, columns: 600 }, yDomain: [2, 12], rows: 300, buckets: { keyId: `metric:${colorMetric}`, yValue: 'latest', edges: [3, 3.25, 3.5, 4] } } }]],
    'summary of a metric': [[{ ask: 'summary', query: { keyId: `metric:${colorMetric}`, yValue: 'latest', quantiles: [0.25, 0.5, 0.75] } }]],
  };
  return facts.histories ? acts : withoutHistories(acts);
}

/** A project of one value a run has nothing to draw. */
function withoutHistories({ 'first screen': first, ...acts }) {
  const kept = Object.entries(acts).filter(([name]) => !/^(series|zoom|extent|density)|: a metric, min/.test(name));
  return Object.fromEntries([...kept.slice(0, 3), ['first screen', [first[0].filter(({ ask }) => ask !== 'extent')]], ...kept.slice(3)]);
}

/** Asks all questions of an act. */
export async function perform(source, steps) {
  const answers = [];
  for (const questions of steps) answers.push(...(await Promise.all(questions.map(({ ask, query }) => source[ask](query)))));
  return answers;
}

/** What a project holds, read by SQL: `ask` gives rows as arrays. */
export async function factsOf(ask, project) {
  const histories = project.points > project.runs;
  const ids = (await ask('SELECT run_id FROM runs ORDER BY run_id')).map(([id]) => id);
  const count = Math.min(200, ids.length);
  return {
    ...project,
    histories,
    metrics: histories ? ['train/loss', 'train/grad_norm', 'val/loss'] : ['val/loss'],
    colorMetric: 'val/loss',
    colorConfig: 'config:optimizer.lr',
    lastStep: histories ? Number((await ask("SELECT max(step) FROM points WHERE key = 'train/loss'"))[0][0]) : 1,
    lineRuns: Array.from({ length: count }, (_, i) => ids[Math.floor((i * ids.length) / count)]),
  };
}
