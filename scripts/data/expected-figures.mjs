// What a data set's facts.json says about runs and metrics, in one form for all formats: { runCount, series: [{ runId, metric, facts }],
// others, checked }, where `others` are differences in the `checked` figures that are no series (a table's columns, config keys).

/** @param {any} facts @param {any[]} runs */
export function expectedOf(facts, runs) {
  const perRun = Object.entries(facts.perRun ?? {});
  switch (facts.format) {
    case 'csv-per-run':
      return { runCount: facts.runs, series: perRun.flatMap(([file, metrics]) => seriesOf(file.replace(/\.csv$/, ''), metrics)), others: [] };
    case 'json-per-run':
      return { runCount: facts.runs, series: perRun.flatMap(([file, run]) => seriesOf(file.replace(/\.json$/, ''), run.metrics)), others: [] };
    case 'hf-trainer-state':
      return { runCount: facts.runs, series: perRun.flatMap(([id, run]) => seriesOf(id, run.metrics)), others: perRun.flatMap(([id, run]) => keyCounts(id, run.keys, runs)), checked: perRun.flatMap(([, run]) => Object.keys(run.keys)).length };
    case 'tensorboard':
      return {
        runCount: facts.runs,
        series: perRun.flatMap(([id, run]) => seriesOf(idIn(runs, id), run.metrics)),
        others: runCounts('tag', facts.tags, runs.map((run) => Object.keys(run.history).filter((name) => name in facts.tags))),
        checked: Object.keys(facts.tags).length,
      };
    case 'mlflow-file-store':
      return {
        runCount: facts.runs,
        series: perRun.flatMap(([id, metrics]) => seriesOf(idIn(runs, id), metrics)),
        others: [
          ...runCounts('metric', facts.metricCounts, runs.map((run) => Object.keys(run.history))),
          ...runCounts('param', facts.paramCounts, runs.map((run) => Object.keys(run.config).filter((name) => name !== 'mlflow'))),
        ],
        checked: Object.keys(facts.metricCounts).length + Object.keys(facts.paramCounts).length,
      };
    case 'wandb-run-dirs':
      return { runCount: facts.runs, series: perRun.flatMap(([folder, run]) => seriesOf(wandbId(folder), run.binary?.history ?? {})), others: perRun.flatMap(([folder, run]) => configKeys(wandbId(folder), run.configKeys, runs)), checked: perRun.flatMap(([, run]) => run.configKeys).length };
    case 'wandb-run-table-csv + history-csv':
      return { runCount: facts.table.runs, series: Object.entries(facts.history).flatMap(([file, metrics]) => seriesOf(historyId(file), metrics)), others: [] };
    case 'wandb-chart-csv':
      return chartFigures(facts, runs);
    case 'wandb-run-table-csv':
      return tableFigures(facts, runs);
    default:
      return { runCount: facts.runs, series: [], others: [`the format "${facts.format}" is not known to this script`] };
  }
}

function seriesOf(runId, metrics) {
  return Object.entries(metrics).filter(([, facts]) => typeof facts === 'object').map(([metric, facts]) => ({ runId, metric, facts }));
}

const wandbId = (folder) => folder.replace(/^.*run-\d{8}_\d{6}-/, '');
const historyId = (file) => file.replace(/_history\.csv$/, '').split('_').at(-1);
const idIn = (runs, key) => String(runs.find(({ id }) => id === key || id.endsWith(`/${key}`) || key.endsWith(`/${id}`))?.id ?? key);

/** In how many runs each name is; a name that the facts lack counts too. */
function runCounts(what, wanted, namesOfRuns) {
  const found = new Map();
  for (const names of namesOfRuns) for (const name of names) found.set(name, (found.get(name) ?? 0) + 1);
  const names = new Set([...Object.keys(wanted), ...found.keys()]);
  return [...names].filter((name) => wanted[name] !== found.get(name)).map((name) => `${what} ${name}: in ${found.get(name) ?? 0} runs, not ${wanted[name] ?? 0}`);
}

function keyCounts(id, keys, runs) {
  const history = runs.find((run) => run.id === id)?.history ?? {};
  return Object.entries(keys).filter(([key, count]) => key !== 'step' && history[key]?.values.length !== count).map(([key, count]) => `${id} ${key}: ${history[key]?.values.length} points, not ${count}`);
}

function configKeys(id, keys, runs) {
  const config = runs.find((run) => run.id === id)?.config ?? {};
  return keys.filter((key) => key !== 'wandb_version' && !(key in config)).map((key) => `${id}: config key ${key} is missing`);
}

function chartFigures({ files }, runs) {
  const ids = new Set(runs.map((run) => run.id));
  const series = Object.entries(files).flatMap(([file, chart]) =>
    Object.entries(chart.perRun).flatMap(([name, metrics]) => {
      const apart = `${name} (${file.replace(/\.csv$/, '')})`;
      return seriesOf(ids.has(apart) ? apart : name, metrics);
    }),
  );
  return { runCount: Object.values(files).reduce((sum, chart) => sum + chart.runs, 0), series, others: [] };
}

function tableFigures({ files }, runs) {
  const others = [];
  let checked = 0;
  for (const { columnFacts, metrics } of Object.values(files)) {
    for (const [column, facts] of Object.entries(columnFacts)) {
      const cells = runs.map((run) => (column === 'Name' ? run.name : run.config[column])).filter((cell) => cell !== undefined);
      const got = { filled: cells.length, distinct: new Set(cells).size, numeric: count(cells, 'number'), booleans: count(cells, 'boolean') };
      checked += 4;
      for (const [name, value] of Object.entries(got)) if (value !== facts[name]) others.push(`column ${column} ${name}: ${value}, not ${facts[name]}`);
    }
    for (const [metric, facts] of Object.entries(metrics)) {
      checked += 2;
      const values = runs.map((run) => run.config[metric]);
      if (Math.min(...values) !== facts.min || Math.max(...values) !== facts.max) others.push(`column ${metric}: lowest or highest value differs`);
    }
  }
  return { runCount: Object.values(files).reduce((sum, table) => sum + table.runs, 0), series: [], others, checked };
}

function count(cells, type) {
  return cells.filter((cell) => typeof cell === type).length;
}
