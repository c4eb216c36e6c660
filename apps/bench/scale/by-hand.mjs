/**
 * The same questions as plain SQL, as one would type them into the engine's own shell, and the least that answers them: no gaps and no hidden variation of lines, no
 * checks. `words` are what the engines say differently. Texts are spliced: these are our own constants.
 */
export function byHand(steps, words) {
  return steps.flat().flatMap(({ ask, query }) => plain[ask](query, words));
}

export const duckDbWords = {
  argMax: 'arg_max',
  argMin: 'arg_min',
  finite: 'isfinite',
  infinite: 'isinf',
  otherwise: (value, other) => `coalesce(${value}, ${other})`,
  when: (aggregate, condition) => `${aggregate} FILTER (WHERE ${condition})`,
  holds: (column, text) => `contains(lower(${column}), '${text}')`,
  member: (path) => `config->>'$.${path}'`,
  members: `SELECT entry.key AS name, entry.value AS text FROM (SELECT unnest(map_entries(from_json(config, '"MAP(VARCHAR, JSON)"'))) AS entry FROM runs)`,
  quantiles: (shares, value) => `quantile_cont(${value}, [${shares}])`,
};

export const clickHouseWords = {
  argMax: 'argMax',
  argMin: 'argMin',
  finite: 'isFinite',
  infinite: 'isInfinite',
  // minIf and maxIf of nothing are 0 there, so they count what they found.
  otherwise: (value, other) => `if(countIf(isFinite(value)) > 0, ${value}, ${other})`,
  when: (aggregate, condition) => aggregate.replace(/^(\w+)\((.*)\)$/, (_, name, operands) => `${name}If(${operands === '*' ? '' : `${operands}, `}${condition})`),
  holds: (column, text) => `positionCaseInsensitive(${column}, '${text}') > 0`,
  member: (path) => `JSONExtractString(config, ${path.split('.').map((name) => `'${name}'`).join(', ')})`,
  members: 'SELECT tupleElement(entry, 1) AS name, tupleElement(entry, 2) AS text FROM (SELECT arrayJoin(JSONExtractKeysAndValuesRaw(config)) AS entry FROM runs)',
  quantiles: (shares, value) => `quantilesExactInclusive(${shares.join(', ')})(${value})`,
};

const listed = (texts) => texts.map((text) => `'${text}'`).join(', ');
const finite = (words, name) => words.when(`${name}(value)`, `${words.finite}(value)`);
/** A run without a finite value has an infinite one, if any: it is told from a run without values. */
const perRun = (words, { keyId, yValue }) => {
  const value = yValue === 'latest' ? `${words.argMax}(value, step)` : words.otherwise(finite(words, yValue), words.when(`${yValue}(value)`, `${words.infinite}(value)`));
  return `SELECT run_id, ${value} AS v FROM points WHERE key = '${keyId.slice('metric:'.length)}' GROUP BY run_id`;
};

const plain = {
  keys: (_, words) => [
    `SELECT key, count(*), min(latest), max(latest), min(lowest), max(lowest), min(highest), max(highest), min(last_step), max(last_step), min(last_time), max(last_time), min(last_time - start_time), max(last_time - start_time), sum(infinite) FROM (
      SELECT key, run_id, max(latest) AS latest, min(lowest) AS lowest, max(highest) AS highest, sum(infinite) AS infinite, max(logged.last_step) AS last_step, ${words.argMax}(last_time, logged.last_step) AS last_time FROM (
        SELECT key, run_id, ${words.argMax}(value, step) AS latest, ${finite(words, 'min')} AS lowest, ${finite(words, 'max')} AS highest, max(step) AS last_step, ${words.argMax}(wall_time, step) AS last_time, ${words.when('count(*)', `${words.infinite}(value)`)} AS infinite
        FROM points GROUP BY key, run_id) AS logged GROUP BY GROUPING SETS ((key), (run_id))) AS grouped LEFT JOIN runs ON grouped.run_id = runs.run_id GROUP BY key`,
    `SELECT name, text, count(*) FROM (${words.members}) AS members GROUP BY name, text`,
  ],
  runs: ({ limit, orderBy, search }, words) => {
    const where = search === undefined ? '' : ` WHERE ${words.holds('name', search)} OR ${words.holds('run_id', search)}`;
    const page =
      orderBy === undefined
        ? `SELECT * FROM runs${where} ORDER BY run_id LIMIT ${limit}`
        : `SELECT runs.* FROM runs LEFT JOIN (${perRun(words, orderBy)}) AS found ON runs.run_id = found.run_id ORDER BY ${words.finite}(v) DESC, v LIMIT ${limit}`;
    return [page, `SELECT count(*) FROM runs${where}`];
  },
  column: ({ keyId, yValue }, words) => {
    if (keyId.startsWith('config:')) return [`SELECT run_id, ${words.member(keyId.slice('config:'.length))} FROM runs ORDER BY run_id`];
    return [`SELECT runs.run_id, v FROM runs LEFT JOIN (${perRun(words, { keyId, yValue })}) AS found ON runs.run_id = found.run_id ORDER BY runs.run_id`];
  },
  summary: ({ quantiles, ...of }, words) => [
    `SELECT min(v), max(v), count(*), ${words.quantiles(quantiles, 'v')} FROM (${perRun(words, of)}) AS perRun WHERE ${words.finite}(v)`,
    `SELECT least(39, floor((v - low) / (high - low) * 40)) AS bar, count(*) FROM (${perRun(words, of)}) AS perRun, (
      SELECT min(v) AS low, max(v) AS high FROM (${perRun(words, of)}) AS perRun WHERE ${words.finite}(v)) AS ends WHERE ${words.finite}(v) GROUP BY bar`,
  ],
  extent: ({ metric }, words) => [
    `SELECT min(step), max(step), ${finite(words, 'min')}, ${finite(words, 'max')},
      ${words.when('min(step)', 'step > 0')}, ${words.when('min(value)', `value > 0 AND ${words.finite}(value)`)}, count(*), count(DISTINCT run_id) FROM points WHERE key = '${metric}'`,
  ],
  density: ({ metric, window: { domain, columns }, yDomain, rows, buckets }, words) => [
    `SELECT bucket, px, py, count(*) FROM (
      SELECT bucket, least(${columns - 1}, floor((points.step - ${domain[0]}) * ${columns / (domain[1] - domain[0])})) AS px, least(${rows - 1}, floor((${yDomain[1]} - points.value) * ${rows / (yDomain[1] - yDomain[0])})) AS py
      FROM points JOIN (
        SELECT run_id, CASE ${buckets.edges.map((edge, i) => `WHEN v < ${edge} THEN ${i}`).join(' ')} ELSE ${buckets.edges.length} END AS bucket FROM (${perRun(words, buckets)}) AS perRun WHERE ${words.finite}(v)
      ) AS colored ON points.run_id = colored.run_id
      WHERE points.key = '${metric}' AND points.step BETWEEN ${domain[0]} AND ${domain[1]} AND points.value BETWEEN ${yDomain[0]} AND ${yDomain[1]}
    ) AS placed GROUP BY bucket, px, py`,
  ],
  // M4 in one pass: first, last, lowest and highest of each run and pixel column; columns -1 and beyond hold the neighbours outside the window.
  series: ({ metric, runIds, window: { domain, columns } }, words) => [
    `SELECT run_id, px, count(*), min(step), ${words.argMin}(value, step), max(step), ${words.argMax}(value, step), min(value), ${words.argMin}(step, value), max(value), ${words.argMax}(step, value)
    FROM (
      SELECT run_id, step, value, CASE WHEN step < ${domain[0]} THEN -1 WHEN step > ${domain[1]} THEN ${columns} ELSE least(${columns - 1}, floor((step - ${domain[0]}) * (${columns} / (${domain[1] - domain[0]}.0)))) END AS px
      FROM points WHERE key = '${metric}' AND run_id IN (${listed(runIds)}) AND ${words.finite}(value)
    ) AS placed GROUP BY run_id, px ORDER BY run_id, px`,
  ],
};
